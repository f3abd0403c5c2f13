import type { Unit } from '@parley/core/declare/metric.ts'
import type { Answer } from '../ask/answer.ts'
import type { DimensionInfo, MetricInfo } from '../ask/catalogue.ts'
import { createPageColours } from '../ui/tokens/page-colours.ts'
import type { Drawing } from './drawing.ts'

/** A metric of the catalogue with what a drawing needs to know of it. */
export function metricInfo(id: string, title: string, unit: Unit, additive: boolean): MetricInfo {
  return {
    id,
    title,
    unit,
    additive,
    empty: additive ? 0 : null,
    what: '',
    when: '',
    why: '',
    formula: '',
    fact: 'sessions',
    dimensions: ['channel'],
  }
}

const metrics = [
  metricInfo('chats', 'Chats', 'count', true),
  metricInfo('missed_chats', 'Missed chats', 'count', true),
  metricInfo('median_response_time', 'Median response time', 'seconds', false),
]

const channel: DimensionInfo = { id: 'channel', title: 'Channel', values: [{ value: 'web', title: 'Website' }] }

/** An answer as it is drawn in a test: of Friday 6 November 2026, half past nine in Amsterdam, unless it says otherwise. */
export function drawingOf(answer: Partial<Answer>, some: Partial<Drawing> = {}): Drawing {
  return {
    kind: 'line',
    title: 'Chats over time',
    granularity: undefined,
    cycle: undefined,
    isCompared: answer.comparison !== undefined && answer.comparison !== null,
    hasOwnWindow: false,
    metrics: new Map(metrics.map((metric) => [metric.id, metric])),
    dimensions: new Map([[channel.id, channel]]),
    language: 'en',
    scheme: 'light',
    given: createPageColours().now(),
    words: {
      none: 'None',
      other: 'Other',
      total: 'Total',
      before: 'before',
      running: 'still running',
      time: 'Time',
      description: 'Description',
      hour: 'Hour',
    },
    ...some,
    answer: {
      columns: [],
      rows: [],
      totals: {},
      range: { from: '2026-11-01T23:00:00Z', to: '2026-11-06T23:00:00Z' },
      time_zone: 'Europe/Amsterdam',
      as_of: '2026-11-06T08:30:00Z',
      comparison: null,
      ...answer,
    },
  }
}

export const time = { id: 'time', role: 'time' } as const
export const chats = { id: 'chats', role: 'metric', unit: 'count' } as const
export const byChannel = { id: 'channel', role: 'dimension' } as const
export const response = { id: 'median_response_time', role: 'metric', unit: 'seconds' } as const
