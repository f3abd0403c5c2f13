import { expect, test } from 'vitest'
import { fromSearch, parseSearch, stringifySearch, toMetricSearch, toSearch } from './address.ts'
import { isPlain, plainView, type View, withFilter } from './view.ts'

const address = (view: View) => stringifySearch(toSearch(view))
const read = (text: string) => fromSearch(parseSearch(text))

test('the plain view has a plain address', () => {
  expect(address(plainView)).toBe('')
  expect(read('')).toEqual(plainView)
})

const full: View = {
  range: { from: '2026-03-01T09:00', to: '2026-03-05' },
  time_zone: 'Asia/Kolkata',
  compare: 'previous_year',
  match: 'weekday',
  granularity: 'week',
  metric: 'leads',
  split: 'channel',
  filters: [
    { dimension: 'channel', op: 'in', values: ['web', 'whatsapp'] },
    { dimension: 'agent', op: 'not_in', values: ['a:1', null] },
    { dimension: 'url', op: 'contains', values: ['/cards?a=b&c=d, €'] },
    { dimension: 'bot', op: 'exists', values: [] },
    { dimension: 'team', op: 'not_exists', values: [] },
  ],
  tables: ['chats_over_time', 'chats_by_channel'],
}

test('an address holds the whole view', () => {
  expect(read(address(full))).toEqual(full)
})

test('an address can be read by people', () => {
  const view: View = {
    ...plainView,
    range: { group: 'last_week' },
    filters: [
      { dimension: 'channel', op: 'in', values: ['web', 'whatsapp'] },
      { dimension: 'agent', op: 'not_in', values: ['a1'] },
    ],
  }
  expect(address(view)).toBe('?range=last_week&filter=channel:web&filter=channel:whatsapp&filter=agent!:a1')
})

test.each([
  ['?range=last_decade'],
  ['?from=2026-03-05&to=2026-03-01'],
  ['?from=2026-02-30&to=2026-03-01'],
  ['?from=2026-03-01'],
  ['?time_zone=Mars/Olympus'],
  ['?granularity=second&compare=yesterday&match=moon'],
  ['?metric=../../etc'],
  ['?filter=nonsense&filter=:x&filter=%00'],
  ['?table=<script>'],
])('what cannot be read in %s is left at its plain value', (text) => {
  expect(read(text)).toEqual(plainView)
})

test('a range of one minute is a range, an empty one is none', () => {
  expect(read('?from=2026-03-01&to=2026-03-01T00:01').range).toEqual({ from: '2026-03-01', to: '2026-03-01T00:01' })
  expect(read('?from=2026-03-01&to=2026-03-01T00:00').range).toEqual(plainView.range)
})

test('a metric’s own page takes the range and the filters along, but not what belongs to the page that is left', () => {
  const { metric: _, split: __, ...rest } = full
  expect(fromSearch(toMetricSearch(full))).toEqual({ ...rest, tables: [] })
})

test('a filter takes the place of the one on the same dimension, and without values it goes', () => {
  const changed = withFilter(full, { dimension: 'channel', op: 'in', values: ['sms'] })
  expect(changed.filters[0]).toEqual({ dimension: 'channel', op: 'in', values: ['sms'] })
  expect(changed.filters).toHaveLength(5)
  const gone = withFilter(full, { dimension: 'channel', op: 'in', values: [] })
  expect(gone.filters.map(({ dimension }) => dimension)).toEqual(['agent', 'url', 'bot', 'team'])
})

test('the picked metric is a place to be, not something to clear', () => {
  expect(isPlain({ ...plainView, metric: 'leads' })).toBe(true)
  expect(isPlain({ ...plainView, range: { group: 'today' } })).toBe(false)
})
