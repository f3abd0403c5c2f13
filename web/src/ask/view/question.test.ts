import { expect, test } from 'vitest'
import type { TitledPanel } from '../catalogue.ts'
import { questionOf } from './question.ts'
import { plainView, type View } from './view.ts'

const place = { zone: 'Europe/Amsterdam', now: Date.parse('2026-11-20T08:30:00Z'), picked: 'leads' }
const panel = (some: Partial<TitledPanel>): TitledPanel => ({
  id: 'p',
  title: 'P',
  kind: 'line',
  metrics: ['chats'],
  dimensions: [],
  granularity: null,
  finest: null,
  columns: null,
  cycle: 'sum',
  window: null,
  only: null,
  width: 12,
  ...some,
})

test('a line asks in the granularity that fits the range, beside the compared one', () => {
  expect(questionOf(panel({ granularity: 'auto' }), plainView, place)).toEqual({
    metrics: ['chats'],
    range: { group: 'month_to_date' },
    time_zone: 'Europe/Amsterdam',
    granularity: 'day',
    compare: 'previous_period',
  })
})

test('the reader’s granularity, zone and filters are asked for', () => {
  const view: View = {
    ...plainView,
    granularity: 'week',
    compare: 'none',
    filters: [
      { dimension: 'agent', op: 'in', values: ['a1', null] },
      { dimension: 'bot', op: 'not_exists', values: [] },
    ],
  }
  expect(questionOf(panel({ granularity: 'auto' }), view, { ...place, zone: 'UTC' })).toEqual({
    metrics: ['chats'],
    range: { group: 'month_to_date' },
    time_zone: 'UTC',
    granularity: 'week',
    filters: [
      { dimension: 'agent', op: 'in', values: ['a1', null] },
      { dimension: 'bot', op: 'not_exists' },
    ],
  })
})

test('a heat map asks for its own cycle of the picked metric, and compares with nothing', () => {
  const heat = panel({ kind: 'heat_map', metrics: ['$picked'], granularity: 'hour_of_week', cycle: 'mean' })
  expect(questionOf(heat, plainView, place)).toEqual({
    metrics: ['leads'],
    range: { group: 'month_to_date' },
    time_zone: 'Europe/Amsterdam',
    granularity: 'hour_of_week',
    cycle: 'mean',
  })
})

test('a split without time asks for the largest first', () => {
  const { order, limit, granularity } = questionOf(panel({ kind: 'bar', dimensions: ['channel'] }), plainView, place)
  expect({ order, limit, granularity }).toEqual({ order: [{ by: 'chats', desc: true }], limit: 10_000 })
})

test('a map of places asks for region and country as well, and for the largest first', () => {
  const map = panel({ kind: 'map', dimensions: ['place'] })
  expect(questionOf(map, plainView, place)).toMatchObject({
    dimensions: ['country', 'region', 'place'],
    order: [{ by: 'chats', desc: true }],
  })
})

test('a window of its own is asked for whatever the page shows, and beside nothing', () => {
  const own = panel({ kind: 'bars_and_line', granularity: 'month', window: 'last_12_months' })
  expect(questionOf(own, { ...plainView, range: { group: 'today' } }, place)).toEqual({
    metrics: ['chats'],
    range: { from: '2025-12-01', to: '2026-11-21' },
    time_zone: 'Europe/Amsterdam',
    granularity: 'month',
  })
})

test('what a filter cannot be asked of is left out', () => {
  const metrics = new Map([
    ['chats', { dimensions: ['agent'] }],
    ['visits', { dimensions: ['url'] }],
  ])
  const view: View = { ...plainView, filters: [{ dimension: 'agent', op: 'in', values: ['a1'] }] }
  const both = panel({ kind: 'cards', metrics: ['visits', 'chats'] })
  expect(questionOf(both, view, { ...place, metrics }).metrics).toEqual(['chats'])
  expect(questionOf(both, plainView, { ...place, metrics }).metrics).toEqual(['visits', 'chats'])
})

test('a panel of some rows only asks for those of them that the page is filtered to', () => {
  const viber = panel({ only: { dimension: 'channel', values: ['viber'] } })
  const filter = { dimension: 'status', op: 'in', values: ['error'] } as const
  expect(questionOf(viber, { ...plainView, filters: [filter] }, place).filters).toEqual([
    filter,
    { dimension: 'channel', op: 'in', values: ['viber'] },
  ])
})
