import { dimensionsOf } from '@parley/core/query/catalogue.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { chooseLanguage, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askValues } from '../../ask/values.ts'
import { askerOf } from '../asker.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const metric = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  what: z.string(),
  when: z.string(),
  why: z.string(),
  formula: z.string(),
  source: z.array(z.string()),
  fact: z.string(),
  dimensions: z.array(z.string()),
  additive: z.boolean(),
  empty: z.literal(0).nullable(),
  statistic_of: z.string().nullable(),
  better: z.enum(['more', 'less']).nullable().meta({ description: 'Which way is good, where there is one.' }),
})

const dimension = z.object({
  id: z.string(),
  title: z.string(),
  entity: z.string().nullable(),
  values: z.array(z.object({ value: z.string(), title: z.string() })).nullable(),
  reserved: z
    .array(z.object({ value: z.string(), title: z.string() }))
    .meta({ description: 'Of an open list: the values that mean the same everywhere.' }),
})

/** What can be asked, in words: the same declarations the engine computes from. */
export function catalogueRoutes(app: FastifyInstance, { ask }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/metrics',
      summary: 'Every metric with its definition.',
      access: 'query',
      answer: z.object({ metrics: z.array(metric) }),
    },
    async ({ request }) => {
      const language = languageOf(request)
      return {
        metrics: [...catalogue.metrics.values()].map((one) => ({
          id: one.id,
          ...metricText(one, language),
          unit: one.unit,
          source: [...one.source],
          fact: one.fact,
          dimensions: dimensionsOf(catalogue, one).map(({ id }) => id),
          additive: one.additive,
          empty: one.empty,
          statistic_of: one.statistic?.of ?? null,
          better: one.better ?? null,
        })),
      }
    },
  )
  route(
    app,
    {
      method: 'GET',
      path: '/v1/dimensions',
      summary: 'Every dimension.',
      access: 'query',
      answer: z.object({ dimensions: z.array(dimension) }),
    },
    async ({ request }) => {
      const texts = textsIn(languageOf(request))
      return {
        dimensions: [...catalogue.dimensions.values()].map(({ id, entity, values, reserved }) => ({
          id,
          title: texts.dimensions[id] ?? id,
          entity: entity ?? null,
          values: values ? values.map((value) => ({ value, title: texts.values[id]?.[value] ?? value })) : null,
          reserved: (reserved ?? []).map((value) => ({ value, title: texts.values[id]?.[value] ?? value })),
        })),
      }
    },
  )
  route(
    app,
    {
      method: 'GET',
      path: '/v1/dimensions/:id/values',
      summary: 'The values a dimension has had lately, the most frequent first.',
      access: 'query',
      params: z.object({ id: z.string() }),
      query: z.object({
        search: z.string().max(200).default(''),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      answer: z.object({
        values: z.array(
          z.object({
            value: z.union([z.string(), z.number()]).nullable(),
            label: z.string().nullable(),
            count: z.int(),
          }),
        ),
      }),
    },
    async ({ params, query, principal, request }) => ({
      values: await askValues(ask, askerOf(principal, request), params.id, query.search, query.limit),
    }),
  )
}

function languageOf(request: FastifyRequest) {
  return chooseLanguage(request.headers['accept-language'])
}
