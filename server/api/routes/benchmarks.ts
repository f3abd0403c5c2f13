import { dateGroups } from '@parley/core/time/range.ts'
import { benchmarkKinds } from '@parley/model/benchmark.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { chooseLanguage, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { BenchmarkFigure } from '../../benchmark/aggregate.ts'
import type { BenchmarkView } from '../../benchmark/view.ts'
import { instant, instantText } from '../instant-text.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const spread = z
  .object({ p25: z.number(), median: z.number(), p75: z.number() })
  .nullable()
  .meta({ description: 'Between p25 and p75 lies the middle half of the organizations. Null: too few for that.' })

const figure = z.object({ value: z.number(), organizations: z.int(), spread }).nullable()

const benchmark = z.object({
  group: z.enum(dateGroups),
  range: z.object({ from: instant, to: instant }).nullable(),
  computed_at: instant.nullable().meta({ description: 'Null before it was first computed.' }),
  figures: z
    .array(z.object({ metric: z.string(), all: figure, business_type: figure }))
    .meta({ description: 'Null is not given: too few organizations, or one of them would be over 85 % of it.' }),
})

const answer = z.object({
  title: z.string(),
  what: z.string(),
  when: z.string(),
  why: z.string(),
  spread: z.string().meta({ description: 'What a spread is, and when there is none.' }),
  withheld: z.string().meta({ description: 'What to say where a figure is null.' }),
  minimum_organizations: z.int(),
  time_zone: z.string().meta({ description: 'That of the platform: its calendar decides over which days.' }),
  business_type: z.string().nullable().meta({ description: 'Yours.' }),
  metrics: z.array(
    z.object({ id: z.string(), title: z.string(), unit: z.string(), kind: z.string(), how: z.string() }),
  ),
  benchmarks: z.array(benchmark),
})

/** The numbers of all organizations together, as far as they may be given. */
export function benchmarkRoutes(app: FastifyInstance, { benchmark: services, config }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/benchmarks',
      summary: 'The benchmark of each date group: of all organizations, and of those of your business type.',
      access: 'query',
      answer,
    },
    async ({ principal, request }) => {
      const language = chooseLanguage(request.headers['accept-language'])
      const { kinds, ...words } = textsIn(language).benchmark
      const metrics = [...benchmarkKinds].flatMap(([id, kind]) => {
        const metric = catalogue.metrics.get(id)
        return metric
          ? [{ id, title: metricText(metric, language).title, unit: metric.unit, kind, how: kinds[kind] }]
          : []
      })
      const views = await Promise.all(
        dateGroups.map(async (group) => ({ group, view: await services.viewFor(principal.organizationId, group) })),
      )
      return {
        ...words,
        minimum_organizations: config.benchmarkMinOrganizations,
        time_zone: config.timeZone,
        business_type: views[0]?.view.businessType?.id ?? null,
        metrics,
        benchmarks: views.map(({ group, view }) => ({
          group,
          ...runOf(view),
          figures: metrics.map(({ id }) => ({
            metric: id,
            all: toFigure(view.all.get(id)),
            business_type: toFigure(view.businessType?.figures.get(id)),
          })),
        })),
      }
    },
  )
}

function runOf({ run }: BenchmarkView) {
  if (run === null) return { range: null, computed_at: null }
  const { from, to } = run.range
  return { range: { from: instantText(from), to: instantText(to) }, computed_at: instantText(run.computedAt) }
}

function toFigure(given: BenchmarkFigure | undefined): z.input<typeof figure> {
  return given ? { value: given.value, organizations: given.organizations, spread: given.spread } : null
}
