import {
  type ChosenGranularity,
  comparisons,
  type DateGroup,
  dateGroups,
  type Filter,
  granularities,
  type Operator,
  plainView,
  type Range,
  type View,
} from './view.ts'

/** The search part of an address: names with one value or several. */
export type Search = Readonly<Record<string, string | readonly string[]>>

/**
 * A view as the search part of an address, readable and short: only what differs from the plain view is written.
 *
 *     ?range=last_week&compare=previous_year&filter=channel:web&filter=channel:whatsapp&filter=agent!:a1
 *
 * A filter is `dimension:value` (in), `dimension!:value` (not in), `dimension~:text` (contains), `dimension*` (has a
 * value) or `dimension!*` (has none); an empty value is "none".
 */
export function toSearch(view: View): Search {
  const search: Record<string, string | string[]> = {}
  if ('group' in view.range) {
    if (!('group' in plainView.range) || view.range.group !== plainView.range.group) search.range = view.range.group
  } else {
    search.from = view.range.from
    search.to = view.range.to
  }
  if (view.time_zone !== undefined) search.time_zone = view.time_zone
  if (view.compare !== plainView.compare) search.compare = view.compare
  if (view.match !== undefined) search.match = view.match
  if (view.granularity !== plainView.granularity) search.granularity = view.granularity
  if (view.metric !== undefined) search.metric = view.metric
  if (view.split !== undefined) search.split = view.split
  const filters = view.filters.flatMap(filterToWords)
  if (filters.length > 0) search.filter = filters
  if (view.tables.length > 0) search.table = [...view.tables]
  return search
}

/** The view as it is carried to a metric's own page: what belongs to the page that is left stays there. */
export function toMetricSearch({ metric: _, split: __, ...view }: View): Search {
  return toSearch({ ...view, tables: [] })
}

/** The view an address means. What cannot be read is left at its plain value: an old link never breaks the page. */
export function fromSearch(search: Readonly<Record<string, unknown>>): View {
  const one = (name: string): string | undefined => {
    const value = search[name]
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' && first !== '' ? first : undefined
  }
  const id = (name: string) => {
    const word = one(name)
    return word !== undefined && isId(word) ? word : undefined
  }
  const zone = one('time_zone')
  const metric = id('metric')
  const split = id('split')
  return {
    range: readRange(one('range'), one('from'), one('to')),
    ...(zone !== undefined && isZone(zone) ? { time_zone: zone } : {}),
    compare: comparisons.find((known) => known === one('compare')) ?? plainView.compare,
    ...(one('match') === 'weekday' ? { match: 'weekday' as const } : {}),
    granularity: readGranularity(one('granularity')),
    ...(metric === undefined ? {} : { metric }),
    ...(split === undefined ? {} : { split }),
    filters: readFilters(search.filter),
    tables: listOf(search.table).filter((word): word is string => typeof word === 'string' && isId(word)),
  }
}

/** For the router: `?a=1&b=2&b=3` without brackets, quotes or JSON. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const known = search[name]
    search[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return search
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) params.append(name, String(one))
    }
  }
  // These are allowed in a query as they are, and an address that can be read can be trusted.
  const text = params
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replaceAll('%21', '!')
    .replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const isId = (word: string): boolean => /^[a-z][a-z0-9_]{0,80}$/.test(word)

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const localTime = /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/

const isLocalTime = (text: string): boolean => {
  if (!localTime.test(text)) return false
  const day = new Date(`${text.slice(0, 10)}T00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10))
}

function readRange(group: string | undefined, from: string | undefined, to: string | undefined): Range {
  const known: DateGroup | undefined = dateGroups.find((candidate) => candidate === group)
  if (known !== undefined) return { group: known }
  // Local times of the same form sort as text; a date is its first minute.
  if (from !== undefined && to !== undefined && isLocalTime(from) && isLocalTime(to) && minute(from) < minute(to)) {
    return { from, to }
  }
  return plainView.range
}

const minute = (local: string): string => (local.length === 10 ? `${local}T00:00` : local)

function readGranularity(word: string | undefined): ChosenGranularity {
  return granularities.find((known) => known === word) ?? 'auto'
}

const marks: Readonly<Record<'in' | 'not_in' | 'contains', string>> = { in: ':', not_in: '!:', contains: '~:' }

function filterToWords({ dimension, op, values }: Filter): string[] {
  if (op === 'exists') return [`${dimension}*`]
  if (op === 'not_exists') return [`${dimension}!*`]
  return values.map((value) => `${dimension}${marks[op]}${value ?? ''}`)
}

const filterWord = /^([a-z][a-z0-9_]{0,80})(:|!:|~:|\*|!\*)([\s\S]*)$/
const operatorOf: Readonly<Record<string, Operator>> = {
  ':': 'in',
  '!:': 'not_in',
  '~:': 'contains',
  '*': 'exists',
  '!*': 'not_exists',
}

function readFilters(value: unknown): readonly Filter[] {
  const filters = new Map<string, { dimension: string; op: Operator; values: (string | null)[] }>()
  for (const word of listOf(value)) {
    const match = typeof word === 'string' ? filterWord.exec(word) : null
    const dimension = match?.[1]
    const op = operatorOf[match?.[2] ?? '']
    if (dimension === undefined || op === undefined) continue
    // One filter per dimension: the first word decides how it is meant.
    const filter = filters.get(dimension) ?? { dimension, op, values: [] }
    if (filter.op !== op) continue
    filters.set(dimension, filter)
    if (op === 'exists' || op === 'not_exists') continue
    const text = match?.[3] ?? ''
    const one = text === '' && op !== 'contains' ? null : text
    if (!filter.values.includes(one)) filter.values.push(one)
  }
  return [...filters.values()]
}
