import { dashboardLimits, dashboardSchema } from '@parley/core/dashboards/document.ts'
import { fittingKinds } from '@parley/core/dashboards/fitting.ts'
import { panelGranularities, panelKinds } from '@parley/core/declare/dashboard.ts'
import { filterSchema, queryLimits, rangeSchema } from '@parley/core/query/request.ts'
import { comparisonMatches, comparisons } from '@parley/core/time/compare.ts'
import { granularities } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { dashboards } from '@parley/model/dashboards.ts'
import { chooseLanguage, type Language, textsIn } from '@parley/model/texts/index.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Principal } from '../../account/principal.ts'
import { xlsxType } from '../../ask/export/xlsx/answer-xlsx.ts'
import { unknownDashboard } from '../../boards/own-dashboards.ts'
import {
  ownGroup,
  type ToldDashboard,
  tellBuiltIn,
  tellBuiltInHead,
  tellOwn,
  tellOwnHead,
  toldDashboard,
  toldHead,
} from '../../boards/told-dashboards.ts'
import { makerOf, visibilityText, writerOf } from '../../boards/visibility.ts'
import { dashboardWorkbook } from '../../panel-files/dashboard-workbook.ts'
import { askerOf } from '../asker.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { untilGone } from '../until-gone.ts'
import { sendFile } from '../wanted-file.ts'

const params = z.object({ id: z.string().max(200) })

const newDashboard = dashboardSchema.extend({ visibility: visibilityText.default('private') })

const revision = z
  .int()
  .optional()
  .meta({ description: 'The one you looked at: if it has changed meanwhile, 409 `dashboard_changed`.' })

const { title, question } = dashboardSchema.shape
const dashboardHead = z.strictObject({
  title: title.optional(),
  question: question.unwrap().optional(),
  visibility: visibilityText.optional(),
  revision,
})

/** What the reader of a dashboard chose for all of its panels. */
const workbookRequest = z.strictObject({
  range: rangeSchema,
  time_zone: z.string().max(100).optional().meta({ description: 'IANA name; the organization’s when absent.' }),
  filters: z.array(filterSchema).max(queryLimits.filters).default([]),
  granularity: z
    .enum(['auto', ...granularities])
    .default('auto')
    .meta({ description: 'Of the panels whose reader chooses it.' }),
  compare: z.enum(comparisons).nullish(),
  compare_match: z.enum(comparisonMatches).nullish(),
  metric: z.string().max(200).optional().meta({ description: 'The metric of the picker; its first one when absent.' }),
})

const names = (most: number) => z.array(z.string().min(1).max(200)).max(most)

/** Dashboards: those that are built in and those that people compose, alike. */
export function dashboardRoutes(app: FastifyInstance, { ownDashboards, account, ask }: Services): void {
  async function tell(id: string, principal: Principal, language: Language): Promise<ToldDashboard> {
    const builtIn = dashboards.find((one) => one.id === id)
    if (builtIn) return tellBuiltIn(builtIn, language)
    const maker = makerOf(principal)
    const own = await ownDashboards.find(id, maker)
    if (own === null) throw unknownDashboard(id)
    return tellOwn(own, maker, language)
  }

  route(
    app,
    {
      method: 'GET',
      path: '/v1/dashboards',
      summary: 'Every dashboard: those that are built in, and those of your organization that you see.',
      access: 'query',
      answer: z.object({
        groups: z.array(z.object({ id: z.string(), title: z.string() })),
        dashboards: z.array(toldHead),
      }),
    },
    async ({ request, principal }) => {
      const language = languageOf(request)
      const maker = makerOf(principal)
      const own = await ownDashboards.list(maker)
      const used = [...new Set(dashboards.map(({ group }) => group)), ...(own.length > 0 ? [ownGroup] : [])]
      return {
        groups: used.map((id) => ({ id, title: textsIn(language).groups[id] ?? id })),
        dashboards: [
          ...dashboards.map((one) => tellBuiltInHead(one, language)),
          ...own.map((one) => tellOwnHead(one, maker)),
        ],
      }
    },
  )

  route(
    app,
    {
      method: 'GET',
      path: '/v1/dashboards/:id',
      summary: 'One dashboard: its filters and panels.',
      access: 'query',
      params,
      answer: toldDashboard,
    },
    ({ params: { id }, principal, request }) => tell(id, principal, languageOf(request)),
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/dashboards/:id/workbook',
      summary:
        'A whole dashboard as one XLSX workbook: a cover, the cards on one sheet and the way of each over time on another, and a sheet for each other panel.',
      access: 'query',
      params,
      body: workbookRequest,
      answer: z.unknown(),
      alsoAnswers: [xlsxType],
    },
    async ({ params: { id }, body, principal, request, reply }) => {
      const asker = askerOf(principal, request)
      const dashboard = await tell(id, principal, languageOf(request))
      const { name } = await account.organizations.find(asker.organizationId)
      const bytes = await dashboardWorkbook(ask, { ...asker, organization: name }, dashboard, body, untilGone(reply))
      return sendFile(reply, 'xlsx', bytes)
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/dashboards',
      summary: 'Adds a dashboard of your own, composed of panels from the catalogue.',
      access: ['query', 'admin'],
      body: newDashboard,
      answer: toldDashboard,
      status: 201,
    },
    async ({ body, principal, request }) => {
      const maker = writerOf(principal)
      return tellOwn(await ownDashboards.create(body, maker), maker, languageOf(request))
    },
  )

  route(
    app,
    {
      method: 'PUT',
      path: '/v1/dashboards/:id',
      summary: 'Replaces a dashboard of your own.',
      access: ['query', 'admin'],
      params,
      body: newDashboard.extend({ revision }),
      answer: toldDashboard,
    },
    async ({ params: { id }, body, principal, request }) => {
      const maker = writerOf(principal)
      return tellOwn(await ownDashboards.change(id, body, maker), maker, languageOf(request))
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/dashboards/:id',
      summary: 'Renames, describes or shares a dashboard of your own; its panels stay.',
      access: ['query', 'admin'],
      params,
      body: dashboardHead,
      answer: toldDashboard,
    },
    async ({ params: { id }, body, principal, request }) => {
      const maker = writerOf(principal)
      return tellOwn(await ownDashboards.change(id, body, maker), maker, languageOf(request))
    },
  )

  route(
    app,
    {
      method: 'DELETE',
      path: '/v1/dashboards/:id',
      summary: 'Deletes a dashboard of your own, and the named views of it.',
      access: ['query', 'admin'],
      params,
      answer: null,
    },
    async ({ params: { id }, principal }) => {
      await ownDashboards.remove(id, writerOf(principal))
      return undefined
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/panels/fitting',
      summary: 'Which kinds of panel can draw some metrics, how they may be cut by time, and why others cannot.',
      access: 'query',
      body: z.strictObject({
        metrics: names(dashboardLimits.metrics),
        dimensions: names(dashboardLimits.dimensions).default([]),
        picker: names(dashboardLimits.picker).default([]),
      }),
      answer: z.object({
        kinds: z.array(
          z.object({
            kind: z.enum(panelKinds),
            granularities: z
              .array(z.enum(panelGranularities).nullable())
              .meta({ description: 'The usual one first, null for one total; empty when the kind does not fit.' }),
            problems: z.array(z.object({ code: z.string(), message: z.string() })),
          }),
        ),
      }),
    },
    async ({ body: { metrics, dimensions, picker } }) => ({
      kinds: fittingKinds(metrics, dimensions, { catalogue, picker }).map(({ kind, granularities, problems }) => ({
        kind,
        granularities: [...granularities],
        problems: problems.map(({ code, message }) => ({ code, message })),
      })),
    }),
  )
}

function languageOf(request: FastifyRequest) {
  return chooseLanguage(request.headers['accept-language'])
}
