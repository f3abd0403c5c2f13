import { localStorageColorSchemeManager, MantineProvider, MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refusal } from './ask/http.ts'
import { isEngineDown, isOutOfReach, untilInReach } from './ask/out-of-reach.ts'
import { createAppRouter } from './router.tsx'
import { cssVariables, theme } from './ui/tokens/theme.ts'

const colorSchemeManager = localStorageColorSchemeManager({ key: 'parley-color-scheme' })

/** A session that ended leads out, wherever it is noticed. */
const leaveWhenSignedOut = (error: Error) => {
  if (error instanceof Refusal && error.status === 401 && !window.location.pathname.startsWith('/welcome')) {
    void router.navigate({ to: '/signed-out' })
  }
}

/** The engine comes up beside the server, within a second or two: whoever is early waits so long, and is told after that. */
const engineStartMs = 1_000
const engineStartTries = 2

/** What the server refused it will refuse again; only its silence is worth a second try. */
function isWorthTrying(failures: number, error: Error): boolean {
  if (isEngineDown(error)) return failures < engineStartTries
  return failures < 1 && error instanceof Refusal && (error.status === 0 || error.status >= 502)
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      leaveWhenSignedOut(error)
      if (isOutOfReach(error)) void untilInReach(client)
    },
  }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      refetchOnWindowFocus: true,
      // The browser knows of its networks, not of the way to a server that may be on this very machine.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 10_000,
      retry: isWorthTrying,
      retryDelay: (failures, error) => (isEngineDown(error) ? engineStartMs : 1000 * 2 ** failures),
    },
  },
})

const router = createAppRouter(client)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      <QueryClientProvider client={client}>
        <Toasts />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** What is said in passing. The button that closes it has a name in the language of the reader. */
function Toasts() {
  const { t } = useTranslation()
  const closeButtonProps = { 'aria-label': t('word.close') }
  return (
    <MantineThemeProvider theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}>
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  )
}
