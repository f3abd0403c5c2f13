import type { Granularity, LocalTime } from '../../ui/formats/local-time.ts'

/** The ranges that have a name, as the reader thinks of them: short ones first. */
export const dateGroups = [
  'today',
  'yesterday',
  'week_to_date',
  'last_week',
  'month_to_date',
  'last_month',
  'year_to_date',
  'last_year',
] as const
export type DateGroup = (typeof dateGroups)[number]

/** A named range, or two local ends of which the second is not part of it. */
export type Range = { readonly group: DateGroup } | { readonly from: LocalTime; readonly to: LocalTime }

export const comparisons = ['none', 'previous_period', 'previous_year'] as const
export type Comparison = (typeof comparisons)[number]

export const granularities = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const satisfies Granularity[]
export type ChosenGranularity = 'auto' | (typeof granularities)[number]

export const operators = ['in', 'not_in', 'exists', 'not_exists', 'contains'] as const
export type Operator = (typeof operators)[number]

/** One chip: `null` among the values is "none", a row without a value. */
export type Filter = {
  readonly dimension: string
  readonly op: Operator
  readonly values: readonly (string | null)[]
}

/** Everything a reader can choose on a page of numbers. It is what the address holds, so that a link is a view. */
export type View = {
  readonly range: Range
  /** None is the organization's. */
  readonly time_zone?: string
  readonly compare: Comparison
  /** Whether a Monday is set beside a Monday. */
  readonly match?: 'weekday'
  readonly granularity: ChosenGranularity
  /** The metric of the picker; none is the picker's first. */
  readonly metric?: string
  /** The dimension a metric's own page is split by. */
  readonly split?: string
  readonly filters: readonly Filter[]
  /** Panels that are opened as tables. */
  readonly tables: readonly string[]
}

/** What a reader sees who has chosen nothing yet. */
export const plainView: View = {
  range: { group: 'month_to_date' },
  compare: 'previous_period',
  granularity: 'auto',
  filters: [],
  tables: [],
}

/** Whether there is something for "Clear" to clear: the picked metric is a place to be, not a setting. */
export function isPlain(view: View): boolean {
  return (
    'group' in view.range &&
    view.range.group === 'month_to_date' &&
    view.time_zone === undefined &&
    view.compare === plainView.compare &&
    view.match === undefined &&
    view.granularity === plainView.granularity &&
    view.filters.length === 0
  )
}

export const cleared = (view: View): View => ({
  ...plainView,
  ...(view.metric === undefined ? {} : { metric: view.metric }),
  ...(view.split === undefined ? {} : { split: view.split }),
  tables: view.tables,
})

/** The view with one filter put in the place of the one on the same dimension; without values it goes. */
export function withFilter(view: View, filter: Filter): View {
  const isEmpty = filter.values.length === 0 && filter.op !== 'exists' && filter.op !== 'not_exists'
  const position = view.filters.findIndex((other) => other.dimension === filter.dimension)
  const others = view.filters.filter((other) => other.dimension !== filter.dimension)
  if (isEmpty) return { ...view, filters: others }
  const at = position === -1 ? others.length : position
  return { ...view, filters: [...others.slice(0, at), filter, ...others.slice(at)] }
}

/**
 * The view after a click on what stands for `filters`: only that, or, when it is only that already, again everything.
 * With `isAdded` the value joins those that are chosen, or leaves them.
 */
export function withPicked(view: View, filters: readonly Filter[], { isAdded }: { readonly isAdded: boolean }): View {
  const isHere = filters.every((filter) => view.filters.some((other) => isSame(other, filter)))
  return filters.reduce((next, filter) => {
    if (isHere) return withFilter(next, { ...filter, op: 'in', values: [] })
    const chosen = next.filters.find(({ dimension }) => dimension === filter.dimension)
    if (!isAdded || chosen === undefined) return withFilter(next, filter)
    const values = valuesOf(chosen)
    const added = valuesOf(filter)
    if (values === undefined || added === undefined) return withFilter(next, filter)
    const others = values.filter((value) => !added.includes(value))
    const joined = others.length < values.length ? others : [...values, ...added]
    return withFilter(next, { ...filter, op: 'in', values: joined })
  }, view)
}

const isSame = (one: Filter, other: Filter): boolean =>
  one.dimension === other.dimension &&
  one.op === other.op &&
  one.values.length === other.values.length &&
  one.values.every((value) => other.values.includes(value))

/** The values a filter leaves, where they can be listed: "has no value" leaves none. */
function valuesOf({ op, values }: Filter): readonly (string | null)[] | undefined {
  if (op === 'not_exists') return [null]
  return op === 'in' ? values : undefined
}
