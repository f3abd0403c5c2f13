import { type CheckedDashboard, dashboardProblems } from '@parley/core/dashboards/dashboard-problems.ts'
import { fittingKinds } from '@parley/core/dashboards/fitting.ts'
import { expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { dashboards } from './dashboards.ts'

it.each(dashboards.map((dashboard) => [dashboard.id, dashboard] as const))(
  '%s keeps the rules of every dashboard: it asks for what there is, as it can be drawn',
  (_, dashboard) => {
    expect(dashboardProblems(dashboard, catalogue)).toEqual([])
    for (const { id, metrics } of dashboard.panels) expect(metrics, id).not.toEqual([])
  },
)

it('every dashboard has an id of its own', () => {
  const ids = dashboards.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

const problemsOf = (panel: object, rest: object = {}) =>
  dashboardProblems(
    { filters: [], panels: [{ id: 'one', kind: 'bar', metrics: ['chats'], ...panel }], ...rest } as CheckedDashboard,
    catalogue,
  ).map(({ code, pointer, message }) => [code, pointer, message])

it.each<[object, string, string, RegExp]>([
  [{ metrics: ['chat'] }, 'unknown_metric', '/panels/0/metrics/0', /Did you mean "chats"/],
  [{ dimensions: ['chanel'] }, 'unknown_dimension', '/panels/0/dimensions/0', /Did you mean "channel"/],
  [
    { metrics: ['visits'], dimensions: ['bot'] },
    'impossible_split',
    '/panels/0/dimensions',
    /`visits` cannot be split by `bot`\. It can be split by: .*device/,
  ],
  [
    { only: { dimension: 'trunk', values: ['t'] } },
    'impossible_filter',
    '/panels/0/only/dimension',
    /cannot be filtered by `trunk`/,
  ],
  [{ metrics: ['$picked'] }, 'no_picker', '/panels/0/metrics/0', /List metrics in "picker"/],
  [{ kind: 'funnel' }, 'too_few_metrics', '/panels/0/metrics', /needs 2 to 8 metrics/],
  [
    { kind: 'pie', metrics: ['chats', 'leads'], dimensions: ['channel'] },
    'too_many_metrics',
    '/panels/0/metrics',
    /exactly one metric/,
  ],
  [{ kind: 'pie' }, 'too_few_dimensions', '/panels/0/dimensions', /needs a dimension/],
  [{ kind: 'cards', dimensions: ['channel'] }, 'too_many_dimensions', '/panels/0/dimensions', /is not split/],
  [
    { kind: 'line', granularity: 'hour_of_week' },
    'impossible_granularity',
    '/panels/0/granularity',
    /one of: "auto", "month"/,
  ],
  [{ granularity: 'auto', cycle: 'mean' }, 'impossible_cycle', '/panels/0/cycle', /cyclic/],
  [
    { metrics: ['chats', 'avg_response_time'], granularity: 'auto' },
    'several_units',
    '/panels/0/metrics',
    /count, seconds/,
  ],
  [
    { kind: 'pie', metrics: ['avg_response_time'], dimensions: ['channel'] },
    'not_additive',
    '/panels/0/metrics',
    /do not add up/,
  ],
  // Places that are near are seen as one: what does not add up has a map of countries only.
  [
    { kind: 'map', metrics: ['avg_response_time'], dimensions: ['place'] },
    'not_additive',
    '/panels/0/metrics',
    /do not add up/,
  ],
  [{ kind: 'map', dimensions: ['region'] }, 'other_dimension', '/panels/0/dimensions', /country, place/],
  [
    { metrics: ['chats', 'leads'], dimensions: ['channel'], granularity: 'auto' },
    'split_and_several',
    '/panels/0/dimensions',
    /not both/,
  ],
  [{}, 'no_axis', '/panels/0/dimensions', /over time or over a dimension/],
  [{ kind: 'histogram', dimensions: ['agent'] }, 'no_order', '/panels/0/dimensions', /`agent` have none/],
  [{ kind: 'phrases' }, 'other_metric', '/panels/0/metrics', /contact_messages/],
  [{ kind: 'records', metrics: ['potential_visitors'] }, 'no_records', '/panels/0/metrics', /has no records/],
  [{ metrics: ['chats', 'chats'], granularity: 'auto' }, 'named_twice', '/panels/0/metrics', /stands twice/],
])('a panel %j is refused as %s', (panel, code, pointer, message) => {
  expect(problemsOf(panel)).toContainEqual([code, pointer, expect.stringMatching(message)])
})

it('of the rest of a dashboard picker, filters and ids of panels are checked too', () => {
  expect(problemsOf({ granularity: 'auto' }, { picker: ['chat'] })[0]?.slice(0, 2)).toEqual([
    'unknown_metric',
    '/picker/0',
  ])
  expect(
    problemsOf({ granularity: 'auto' }, { filters: ['channel', 'trunk', 'nothing'] }).map(([code, at]) => [code, at]),
  ).toEqual([
    ['useless_filter', '/filters/1'],
    ['unknown_dimension', '/filters/2'],
  ])
  const panel = { id: 'one', kind: 'bar', metrics: ['chats'], granularity: 'auto' } as const
  const twice = dashboardProblems({ filters: [], panels: [panel, panel] }, catalogue)
  expect(twice.map(({ code, pointer }) => [code, pointer])).toEqual([['panel_named_twice', '/panels/1/id']])
})

it('kinds that fit are told with how they may be cut, others with why they do not', () => {
  const fits = (metrics: string[], dimensions: string[]) =>
    new Map(fittingKinds(metrics, dimensions, { catalogue, picker: [] }).map((fit) => [fit.kind, fit]))
  const bySplit = fits(['chats'], ['channel'])
  expect(bySplit.get('bar')?.granularities).toEqual(['auto', null, 'month', 'hour_of_day', 'day_of_week'])
  expect(bySplit.get('pie')?.granularities).toEqual([null])
  expect(bySplit.get('cards')?.problems.map(({ code }) => code)).toEqual(['too_many_dimensions'])
  expect(fits(['chats'], []).get('bar')?.granularities).not.toContain(null)
  expect(
    fits(['avg_response_time'], ['agent'])
      .get('pie')
      ?.problems.map(({ code }) => code),
  ).toEqual(['not_additive'])
})
