import { AppError } from '@parley/core/errors/app-error.ts'
import { dashboards } from '@parley/model/dashboards.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { type NamedView, newNamedView } from '../../boards/named-views.ts'
import { unknownDashboard } from '../../boards/own-dashboards.ts'
import { isChangedBy, type Maker, makerOf, visibilityText, writerOf } from '../../boards/visibility.ts'
import { instant, instantText } from '../instant-text.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const viewAnswer = z.object({
  id: z.string(),
  code: z
    .string()
    .meta({ description: 'Its short address in the app is `/v/CODE`; it stays when the view is renamed.' }),
  name: z.string(),
  dashboard_id: z.string(),
  search: z.string(),
  visibility: visibilityText,
  can_change: z.boolean().meta({ description: 'Whether you may change and delete it.' }),
  created_at: instant,
  changed_at: instant,
})

const params = z.object({ id: idText.meta({ description: 'Its id or its code.' }) })

const { name, search } = newNamedView.shape
const changes = z.strictObject({
  name: name.optional(),
  search: search.optional(),
  visibility: visibilityText.optional(),
})

/** Views of dashboards with a name: everything that was chosen there, to be opened again by a short address. */
export function viewRoutes(app: FastifyInstance, { namedViews, ownDashboards }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/views',
      summary: 'The named views that you see, by name.',
      access: 'query',
      answer: z.object({ views: z.array(viewAnswer) }),
    },
    async ({ principal }) => {
      const maker = makerOf(principal)
      const seen = new Set([...dashboards, ...(await ownDashboards.list(maker))].map(({ id }) => id))
      const views = (await namedViews.list(maker)).filter(({ dashboard_id }) => seen.has(dashboard_id))
      return { views: views.map((view) => toAnswer(view, maker)) }
    },
  )

  route(
    app,
    {
      method: 'GET',
      path: '/v1/views/:id',
      summary: 'One named view.',
      access: 'query',
      params,
      answer: viewAnswer,
    },
    async ({ params: { id }, principal }) => {
      const maker = makerOf(principal)
      return toAnswer(await namedViews.find(id, maker), maker)
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/views',
      summary: 'Gives a view of a dashboard a name.',
      access: ['query', 'admin'],
      body: newNamedView,
      answer: viewAnswer,
      status: 201,
    },
    async ({ body, principal }) => {
      const maker = writerOf(principal)
      await refuseUnseen(body, maker)
      return toAnswer(await namedViews.create(body, maker), maker)
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/views/:id',
      summary: 'Renames or shares a named view, or makes it show something else; its address stays.',
      access: ['query', 'admin'],
      params,
      body: changes,
      answer: viewAnswer,
    },
    async ({ params: { id }, body, principal }) => {
      const maker = writerOf(principal)
      if (body.visibility !== undefined) {
        const { dashboard_id } = await namedViews.find(id, maker)
        await refuseUnseen({ dashboard_id, visibility: body.visibility }, maker)
      }
      return toAnswer(await namedViews.change(id, body, maker), maker)
    },
  )

  route(
    app,
    {
      method: 'DELETE',
      path: '/v1/views/:id',
      summary: 'Deletes a named view; its dashboard stays.',
      access: ['query', 'admin'],
      params,
      answer: null,
    },
    async ({ params: { id }, principal }) => {
      await namedViews.remove(id, writerOf(principal))
      return undefined
    },
  )

  /** A view is of a dashboard one sees; a shared one of a dashboard the others see. */
  async function refuseUnseen(
    { dashboard_id, visibility }: Pick<NamedView, 'dashboard_id' | 'visibility'>,
    maker: Maker,
  ): Promise<void> {
    if (dashboards.some(({ id }) => id === dashboard_id)) return
    const own = await ownDashboards.find(dashboard_id, maker)
    if (own === null) throw unknownDashboard(dashboard_id)
    if (visibility === 'organization' && own.visibility === 'private')
      throw new AppError(
        'dashboard_is_private',
        409,
        'Nobody else sees this dashboard, so a view of it cannot be shared. Share the dashboard first.',
      )
  }
}

function toAnswer(view: NamedView, maker: Maker): z.input<typeof viewAnswer> {
  const { id, code, name, dashboard_id, search, visibility, created_at, changed_at } = view
  return {
    ...{ id, code, name, dashboard_id, search, visibility },
    can_change: isChangedBy(view, maker),
    created_at: instantText(created_at),
    changed_at: instantText(changed_at),
  }
}
