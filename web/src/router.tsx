import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { me } from './ask/account.ts'
import { dashboardsIn } from './ask/catalogue.ts'
import { Refusal } from './ask/http.ts'
import { namedView } from './ask/named-views.ts'
import { fromSearch, parseSearch, type Search, stringifySearch, toSearch } from './ask/view/address.ts'
import { plainView } from './ask/view/view.ts'
import { DashboardScene } from './scenes/dashboard/scene.tsx'
import { Crash, CrashAlone } from './scenes/not-found/crash.tsx'
import { NothingHere } from './scenes/not-found/scene.tsx'
import { Shell } from './scenes/shell/scene.tsx'
import { speakAs } from './ui/texts/speak.ts'
import { currentLanguage } from './ui/texts/use-language.ts'

type Context = { readonly client: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Outlet, errorComponent: CrashAlone })

/** Every address of a page of numbers is brought to its shortest form, and what cannot be read is left out. */
const viewSearch = (search: Record<string, unknown>): Search => toSearch(fromSearch(search))

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome/$token',
  component: lazyRouteComponent(() => import('./scenes/welcome/scene.tsx'), 'Welcome'),
})

const signedOut = createRoute({
  getParentRoute: () => root,
  path: '/signed-out',
  component: lazyRouteComponent(() => import('./scenes/signed-out/scene.tsx'), 'SignedOut'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  // Where the frame itself cannot be shown.
  errorComponent: CrashAlone,
  beforeLoad: async ({ context: { client } }) => {
    try {
      const { user } = await client.ensureQueryData(me)
      await speakAs(user?.language)
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) throw redirect({ to: '/signed-out' })
      throw error
    }
  },
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  loader: async ({ context: { client } }) => {
    const { dashboards } = await client.ensureQueryData(dashboardsIn(currentLanguage()))
    const first = dashboards[0]
    if (first !== undefined) throw redirect({ to: '/dashboards/$id', params: { id: first.id }, replace: true })
  },
  // Only seen when there is no dashboard at all.
  component: () => null,
})

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/dashboards/$id',
  validateSearch: viewSearch,
  // With the app: it is what nearly everybody opens it for.
  component: DashboardScene,
})

const live = createRoute({
  getParentRoute: () => shell,
  path: '/live',
  // It is always now: of a view only what is filtered by has a meaning here.
  validateSearch: (search: Record<string, unknown>) => toSearch({ ...plainView, filters: fromSearch(search).filters }),
  component: lazyRouteComponent(() => import('./scenes/live/scene.tsx'), 'LiveScene'),
})

const compose = createRoute({
  getParentRoute: () => shell,
  path: '/compose',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === 'string' ? { from } : {}),
  component: lazyRouteComponent(() => import('./scenes/compose/scene.tsx'), 'ComposeScene'),
})

const composeOne = createRoute({
  getParentRoute: () => shell,
  path: '/compose/$id',
  component: lazyRouteComponent(() => import('./scenes/compose/scene.tsx'), 'ComposeScene'),
})

/** The short address of a named view leads to its dashboard, as it was when it was saved. */
const view = createRoute({
  getParentRoute: () => shell,
  path: '/v/$code',
  loader: async ({ context: { client }, params: { code } }) => {
    try {
      const { dashboard_id, search } = await client.fetchQuery(namedView(code))
      throw redirect({
        to: '/dashboards/$id',
        params: { id: dashboard_id },
        search: parseSearch(search),
        replace: true,
      })
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 404)) throw error
    }
  },
  component: lazyRouteComponent(() => import('./scenes/view/scene.tsx'), 'NoView'),
})

// Not `/metrics/…`: that address belongs to what the server tells its operators.
const metric = createRoute({
  getParentRoute: () => shell,
  path: '/metric/$id',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./scenes/metric/scene.tsx'), 'MetricScene'),
})

const conversation = createRoute({
  getParentRoute: () => shell,
  path: '/conversations/$id',
  component: lazyRouteComponent(() => import('./scenes/conversation/scene.tsx'), 'ConversationScene'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./scenes/settings/overview.tsx'), 'SettingsOverview'),
})

const organization = createRoute({
  getParentRoute: () => shell,
  path: '/settings/organization',
  component: lazyRouteComponent(() => import('./scenes/settings/organization/scene.tsx'), 'OrganizationScene'),
})

const members = createRoute({
  getParentRoute: () => shell,
  path: '/settings/members',
  component: lazyRouteComponent(() => import('./scenes/settings/members/scene.tsx'), 'MembersScene'),
})

const touchpoints = createRoute({
  getParentRoute: () => shell,
  path: '/settings/touchpoints',
  component: lazyRouteComponent(() => import('./scenes/settings/touchpoints/scene.tsx'), 'TouchpointsScene'),
})

const touchpoint = createRoute({
  getParentRoute: () => shell,
  path: '/settings/touchpoints/$id',
  component: lazyRouteComponent(() => import('./scenes/settings/touchpoints/one.tsx'), 'TouchpointScene'),
})

const counting = createRoute({
  getParentRoute: () => shell,
  path: '/settings/counting',
  component: lazyRouteComponent(() => import('./scenes/settings/counting/scene.tsx'), 'CountingScene'),
})

const potentials = createRoute({
  getParentRoute: () => shell,
  path: '/settings/potentials',
  component: lazyRouteComponent(() => import('./scenes/settings/potentials/scene.tsx'), 'PotentialsScene'),
})

const trackedUrls = createRoute({
  getParentRoute: () => shell,
  path: '/settings/tracked-urls',
  component: lazyRouteComponent(() => import('./scenes/settings/tracked-urls/scene.tsx'), 'TrackedUrlsScene'),
})

const keys = createRoute({
  getParentRoute: () => shell,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('./scenes/keys/scene.tsx'), 'KeysScene'),
})

const quarantine = createRoute({
  getParentRoute: () => shell,
  path: '/settings/quarantine',
  component: lazyRouteComponent(() => import('./scenes/quarantine/scene.tsx'), 'QuarantineScene'),
})

/** An address that is none has the frame of all others around it: the way back is where it always is. */
const nowhere = createRoute({
  getParentRoute: () => shell,
  path: '$',
  component: () => <NothingHere />,
})

const routeTree = root.addChildren([
  welcome,
  signedOut,
  shell.addChildren([
    home,
    dashboard,
    live,
    compose,
    composeOne,
    view,
    metric,
    conversation,
    keys,
    quarantine,
    settings,
    organization,
    members,
    touchpoints,
    touchpoint,
    counting,
    potentials,
    trackedUrls,
    nowhere,
  ]),
])

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
    scrollRestoration: true,
  })
}
