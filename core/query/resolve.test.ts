import { describe, expect, it } from 'vitest'
import type { Problem } from '../errors/app-error.ts'
import type { TimeRange } from '../time/granularity.ts'
import { createCatalogue } from './catalogue.ts'
import { type QueryRequest, queryLimits, type RecordsRequest } from './request.ts'
import { type Resolved, resolveQuery, resolveRecords } from './resolve.ts'

const thread = { id: 'shop', key: 'shop_id', eventTypes: [], namedBy: 'subject_id', relations: [] } as const
const fact = { grain: 'one', thread, columns: [], select: '', looks: 'back' } as const
const count = { unit: 'count', measure: { kind: 'count' }, additive: true, empty: 0, source: [] } as const

/** A small shop: visits know pages, sales know sellers, both know the till. */
const catalogue = createCatalogue({
  facts: [
    { ...fact, id: 'visits', time: 'came_at' },
    { ...fact, id: 'sales', time: 'sold_at' },
  ],
  metrics: [
    { ...count, id: 'visits', fact: 'visits' },
    { ...count, id: 'sales', fact: 'sales' },
    { ...count, id: 'revenue', fact: 'sales' },
  ],
  dimensions: [
    { id: 'till', type: 'text', columns: { visits: 'till', sales: 'till' } },
    { id: 'page', type: 'text', columns: { visits: 'page' } },
    { id: 'seller', type: 'text', columns: { sales: 'seller' } },
    { id: 'stars', type: 'number', columns: { sales: 'stars' } },
  ],
})

const asking = { now: Date.parse('2026-03-18T12:34:56.789Z'), timeZone: 'Europe/Amsterdam' }
const march = { from: '2026-03-01', to: '2026-04-01' }
const visits: QueryRequest = { metrics: ['visits'], range: march }
const sales: QueryRequest = { metrics: ['sales'], range: march }

function problemsOf(resolved: Resolved<unknown>): readonly Problem[] {
  if (resolved.ok) throw new Error('Nothing was wrong with it.')
  return resolved.problems
}

function resolvedOf<T>(resolved: Resolved<T>): T {
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems))
  return resolved.query
}

function iso({ from, to }: TimeRange): [string, string] {
  return [new Date(from).toISOString(), new Date(to).toISOString()]
}

const wrong: [what: string, request: QueryRequest, code: string, pointer: string, message: string][] = [
  [
    'a metric with a slip of the finger',
    { ...visits, metrics: ['vists'] },
    'unknown_metric',
    '/metrics/0',
    'Metric `vists` is not known. Did you mean `visits`? GET /v1/metrics lists them all.',
  ],
  [
    'a metric like no other, after the same one twice',
    { ...visits, metrics: ['visits', 'visits', 'happiness'] },
    'unknown_metric',
    '/metrics/2',
    'Metric `happiness` is not known. GET /v1/metrics lists them all.',
  ],
  [
    'an unknown dimension',
    { ...visits, dimensions: ['till', 'pages'] },
    'unknown_dimension',
    '/dimensions/1',
    'Dimension `pages` is not known. Did you mean `page`? GET /v1/dimensions lists them all.',
  ],
  [
    'a split that the fact does not have',
    { ...visits, dimensions: ['till', 'till', 'seller'] },
    'impossible_split',
    '/dimensions/2',
    'Metric `visits` cannot be split by `seller`. It can be split by: till, page.',
  ],
  [
    'a filter by an unknown dimension',
    { ...visits, filters: [{ dimension: 'seler', op: 'exists' }] },
    'unknown_dimension',
    '/filters/0/dimension',
    'Dimension `seler` is not known. Did you mean `seller`? GET /v1/dimensions lists them all.',
  ],
  [
    'a filter that the fact does not have',
    { ...sales, filters: [{ dimension: 'page', op: 'exists' }] },
    'impossible_filter',
    '/filters/0/dimension',
    'Metric `sales` cannot be filtered by `page`. It can be filtered by: till, seller, stars.',
  ],
  [
    'a filter that only one of two facts has',
    { ...visits, metrics: ['visits', 'sales'], filters: [{ dimension: 'seller', op: 'in', values: ['s1'] }] },
    'impossible_filter',
    '/filters/0/dimension',
    'Metric `visits` cannot be filtered by `seller`. It can be filtered by: till, page.',
  ],
  ...(['in', 'not_in', 'contains'] as const).flatMap((op) =>
    [
      { dimension: 'till', op },
      { dimension: 'till', op, values: [] },
    ].map((filter): (typeof wrong)[number] => [
      `"${op}" ${'values' in filter ? 'with an empty list' : 'without values'}`,
      { ...visits, filters: [filter] },
      'impossible_filter',
      '/filters/0/values',
      `"${op}" needs at least one value in "values".`,
    ]),
  ),
  [
    '"exists" with values',
    { ...visits, filters: [{ dimension: 'till', op: 'exists', values: ['t1'] }] },
    'impossible_filter',
    '/filters/0/values',
    '"exists" takes no values.',
  ],
  ...(
    [
      ['a number', ['4']],
      ['none', [null]],
      ['an empty text', ['']],
    ] as const
  ).map(([what, values]): (typeof wrong)[number] => {
    const dimension = what === 'a number' ? 'stars' : 'seller'
    return [
      `"contains" with ${what}`,
      { ...sales, filters: [{ dimension, op: 'contains', values: [...values] }] },
      'impossible_filter',
      '/filters/0/values',
      `"contains" looks for pieces of text: \`${dimension}\` must be a text and every value a text that is not empty.`,
    ]
  }),
  ...['five', '', ' ', 'Infinity', 'NaN'].map((value): (typeof wrong)[number] => [
    `${JSON.stringify(value)} where a number belongs`,
    { ...sales, filters: [{ dimension: 'stars', op: 'in', values: [4, value] }] },
    'impossible_filter',
    '/filters/0/values',
    '`stars` is a number: every value must be a number or null.',
  ]),
  [
    'a range of no length',
    { ...visits, range: { from: '2026-03-01', to: '2026-03-01' } },
    'empty_range',
    '/range',
    'The range from "2026-03-01" to "2026-03-01" is empty: its end is not part of it. Choose an end after its start; for one day take the next day as the end.',
  ],
  [
    'a day that no calendar has',
    { ...visits, range: { from: '2026-02-30', to: '2026-04-01' } },
    'invalid_range',
    '/range/from',
    'The range\'s "from" is "2026-02-30", which is no date or time. Write 2026-03-01, 2026-03-01T09:00 (both local) or 2026-03-01T09:00Z.',
  ],
  [
    'an unknown named range',
    { ...visits, range: { group: 'tomorrow' } },
    'invalid_range',
    '/range/group',
    'The range "tomorrow" is not known. Named ranges are: last_year, year_to_date, last_month, month_to_date, last_week, week_to_date, yesterday, today.',
  ],
  [
    'an unknown time zone',
    { ...visits, time_zone: 'Europe/Amsterdm' },
    'unknown_time_zone',
    '/time_zone',
    'Time zone "Europe/Amsterdm" is not known. Use an IANA name in its exact spelling, such as Europe/Amsterdam or UTC. Did you mean "Europe/Amsterdam"?',
  ],
  [
    'an order by what the answer does not have',
    { ...visits, dimensions: ['till'], granularity: 'day', order: [{ by: 'time' }, { by: 'page' }] },
    'unknown_order',
    '/order/1/by',
    'The answer cannot be ordered by "page". It can be ordered by what it has: time, till, visits.',
  ],
  [
    'an order by time where there is none',
    { ...visits, order: [{ by: 'time' }] },
    'unknown_order',
    '/order/0/by',
    'The answer cannot be ordered by "time". It can be ordered by what it has: visits.',
  ],
  [
    'more buckets than an answer may have',
    { ...visits, granularity: 'minute', range: { from: '2026-01-01', to: '2026-03-01' } },
    'too_many_buckets',
    '/granularity',
    'The range has 84960 buckets of one minute; an answer may have 50000. Ask for a shorter range or a coarser granularity.',
  ],
  ...([undefined, null, 'benchmark'] as const).map((compare): (typeof wrong)[number] => [
    `weekdays to match by in a comparison with ${compare}`,
    { ...visits, compare, compare_match: 'weekday', range: { group: 'last_week' } },
    'impossible_match',
    '/compare_match',
    '"compare_match" says how to compare with an earlier range: it needs "compare": previous_period or previous_year.',
  ]),
  ...([undefined, null, 'day', 'auto'] as const).map((granularity): (typeof wrong)[number] => [
    `a mean per cycle by ${granularity}`,
    { ...visits, granularity, cycle: 'mean' },
    'impossible_cycle',
    '/cycle',
    '"cycle": "mean" needs a cyclic granularity: hour_of_day, day_of_week or hour_of_week.',
  ]),
]

describe('a question is refused, in words, for', () => {
  it.each(wrong)('%s', (_, request, code, pointer, message) => {
    expect(problemsOf(resolveQuery(request, catalogue, asking))).toEqual([{ code, pointer, message }])
  })

  it('everything that is wrong with it at once', () => {
    const request: QueryRequest = {
      metrics: ['vists', 'sales', 'visits'],
      dimensions: ['colour', 'seller'],
      filters: [
        { dimension: 'till', op: 'in' },
        { dimension: 'stars', op: 'in', values: [1] },
      ],
      // What is not known is said once, not once more where the answer should be ordered by it.
      order: [{ by: 'vists' }, { by: 'time' }],
      range: { from: 'yesterday', to: 'today' },
      cycle: 'mean',
    }
    expect(problemsOf(resolveQuery(request, catalogue, asking)).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['unknown_metric', '/metrics/0'],
      ['unknown_dimension', '/dimensions/0'],
      ['impossible_split', '/dimensions/1'],
      ['impossible_filter', '/filters/0/values'],
      ['impossible_filter', '/filters/1/dimension'],
      ['impossible_cycle', '/cycle'],
      ['unknown_order', '/order/1/by'],
      ['invalid_range', '/range/from'],
      ['invalid_range', '/range/to'],
    ])
  })
})

describe('records are refused, in words, for', () => {
  const request: RecordsRequest = { metric: 'sales', range: march }
  it.each<[string, RecordsRequest, string, string]>([
    ['an unknown metric', { ...request, metric: 'sale' }, 'unknown_metric', '/metric'],
    [
      'an impossible filter',
      { ...request, filters: [{ dimension: 'page', op: 'exists' }] },
      'impossible_filter',
      '/filters/0/dimension',
    ],
    ['an empty range', { ...request, range: { from: '2026-03-02', to: '2026-03-01' } }, 'empty_range', '/range'],
    ['an unknown time zone', { ...request, time_zone: 'Mars' }, 'unknown_time_zone', '/time_zone'],
  ])('%s', (_, bad, code, pointer) => {
    const problems = problemsOf(resolveRecords(bad, catalogue, asking))
    expect(problems.map((problem) => [problem.code, problem.pointer])).toEqual([[code, pointer]])
  })
})

describe('a question that is right', () => {
  it('is asked in the zone of the organization unless it says another', () => {
    expect(iso(resolvedOf(resolveQuery(visits, catalogue, asking)).range)).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ])
    const utc = resolvedOf(resolveQuery({ ...visits, time_zone: 'UTC' }, catalogue, asking))
    expect(iso(utc.range)).toEqual(['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
  })

  it('counts each metric and each dimension once, in the order of asking', () => {
    const query = resolvedOf(
      resolveQuery(
        { ...sales, metrics: ['revenue', 'sales', 'revenue'], dimensions: ['till', 'till'] },
        catalogue,
        asking,
      ),
    )
    expect(query.metrics.map(({ id }) => id)).toEqual(['revenue', 'sales'])
    expect(query.dimensions.map(({ id }) => id)).toEqual(['till'])
  })

  it('has "none" as an empty text and numbers as numbers among the values of its filters', () => {
    const filters: QueryRequest['filters'] = [
      { dimension: 'seller', op: 'in', values: ['s1', null, 7] },
      { dimension: 'stars', op: 'not_in', values: ['4', 5, null, ' 3.5 '] },
    ]
    const query = resolvedOf(resolveQuery({ ...sales, filters }, catalogue, asking))
    expect(query.filters.map(({ values }) => values)).toEqual([
      ['s1', '', '7'],
      [4, 5, null, 3.5],
    ])
  })

  it('has as many rows as a series has buckets, and 10,000 where it is split, unless it says how many', () => {
    const limitOf = (request: QueryRequest) => resolvedOf(resolveQuery(request, catalogue, asking)).limit
    expect(limitOf({ ...visits, granularity: 'minute' })).toBe(queryLimits.rows)
    expect(limitOf({ ...visits, granularity: 'minute', dimensions: ['till'] })).toBe(queryLimits.defaultRows)
    expect(limitOf({ ...visits, dimensions: ['till'] })).toBe(10_000)
    expect(limitOf({ ...visits, granularity: 'minute', limit: 3 })).toBe(3)
  })

  it('has the same number of buckets as the limit without being refused', () => {
    const day = 24 * 60
    const range = (minutes: number) => ({
      from: '2026-01-01T00:00Z',
      to: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString(),
    })
    const ask = (minutes: number) =>
      resolveQuery({ ...visits, granularity: 'minute', range: range(minutes) }, catalogue, asking)
    expect(ask(34 * day + 1040).ok).toBe(true)
    expect(ask(34 * day + 1041).ok).toBe(false)
  })

  it('takes the granularity that a reader expects when it is "auto"', () => {
    const granularityOf = (to: string) =>
      resolvedOf(resolveQuery({ ...visits, granularity: 'auto', range: { from: '2026-01-01', to } }, catalogue, asking))
        .granularity
    expect(['2026-01-03', '2026-03-04', '2026-03-05', '2031-01-02'].map(granularityOf)).toEqual([
      'hour',
      'day',
      'month',
      'year',
    ])
  })

  it('knows what to compare with', () => {
    const comparedOf = (compare: QueryRequest['compare']) => {
      const { compared } = resolvedOf(resolveQuery({ ...visits, compare }, catalogue, asking))
      return compared && iso(compared)
    }
    expect(comparedOf('previous_period')).toEqual(['2026-01-31T23:00:00.000Z', '2026-02-28T23:00:00.000Z'])
    expect(comparedOf('previous_year')).toEqual(['2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z'])
    expect(comparedOf(null)).toBeNull()
  })

  it('knows the benchmark of a date group, and says why there is none of anything else', () => {
    const compare = 'benchmark' as const
    const resolved = resolvedOf(resolveQuery({ ...visits, compare, range: { group: 'last_month' } }, catalogue, asking))
    expect([resolved.benchmark, resolved.compared]).toEqual(['last_month', null])
    expect(resolvedOf(resolveQuery(visits, catalogue, asking)).benchmark).toBeNull()
    const problemsOf = (request: Partial<QueryRequest>) => {
      const refused = resolveQuery({ ...visits, compare, ...request }, catalogue, asking)
      return refused.ok ? [] : refused.problems
    }
    expect(problemsOf({ range: { from: '2026-03-01', to: '2026-04-01' } })).toEqual([
      {
        code: 'impossible_benchmark',
        message:
          'There is no benchmark for a custom range. Ask for a named one, {"group": "last_month"} (or last_year, year_to_date, month_to_date, last_week, week_to_date, yesterday, today), or compare with previous_period or previous_year.',
        pointer: '/compare',
      },
    ])
    expect(
      problemsOf({ range: { group: 'today' }, filters: [{ dimension: 'till', op: 'in', values: ['1'] }] }),
    ).toMatchObject([{ code: 'impossible_benchmark', message: expect.stringContaining('Leave the filters out') }])
    // A name that is not known is told of once.
    expect(problemsOf({ range: { group: 'last_decade' } }).map(({ code }) => code)).toEqual(['invalid_range'])
  })
})
