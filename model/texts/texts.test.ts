import type { Metric } from '@parley/core/declare/metric.ts'
import { describe, expect, it } from 'vitest'
import { sessionTimeoutSeconds } from '../conversations/session-timeout.ts'
import { dashboards } from '../dashboards.ts'
import { dimensions } from '../dimensions.ts'
import { facts, madeFacts } from '../facts.ts'
import { metrics } from '../metrics.ts'
import { languages, metricText, textsIn } from './index.ts'
import { metricTextsBySubject } from './metrics.ts'

const english = leavesOf(textsIn('en'))

// Said the same way in both languages, not forgotten.
const sameInDutch = [
  ...[
    '%',
    'score',
    'Aftersales',
    'Benchmark',
    'Bot',
    'Bots',
    'Browser',
    'Chatpoints',
    'Chats',
    'Computer',
    'Contact',
    'Contact was offline',
    'Dashboard',
    'Feedback',
    'Filters',
  ],
  ...[
    'Inbox',
    'is',
    'Lead',
    'Leads',
    'Medium',
    'Net promoter score',
    'Per inbox',
    'Service',
    'Status',
    'Tablet',
    'Team',
    'Trunk',
    'Web',
    'Website',
  ],
]
const brands = [
  ...['Alice', 'API', 'E-mail', 'Facebook', 'Instagram', 'LINE', 'Skype', 'Slack', 'Snapchat', 'SMS'],
  ...['Telegram', 'Viber', 'VK', 'WeChat', 'WhatsApp', 'Yandex'],
]

it('have in Russian one word each for a session, a visit, an agent and an inbox', () => {
  const other = /сесси|визит|агент|сотрудник|во входящие|по входящим/i
  expect([...leavesOf(textsIn('ru')).values()].filter((text) => other.test(text))).toEqual([])
})

describe.each(languages)('the texts in %s', (language) => {
  const texts = textsIn(language)
  const leaves = leavesOf(texts)

  it('have the keys of the English ones', () => {
    expect([...leaves.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('name every metric, and nothing that is not one', () => {
    expect(keysOf(texts.metrics)).toEqual(idsOf(metrics.map(({ id, statistic }) => statistic?.of ?? id)))
  })

  it('name every dimension, and every value that means the same everywhere', () => {
    expect(keysOf(texts.dimensions)).toEqual(idsOf(dimensions.map(({ id }) => id)))
    const closed = dimensions.flatMap(({ id, values, reserved }) => {
      const known = values ?? reserved
      return known === undefined ? [] : [{ id, values: known }]
    })
    expect(keysOf(texts.values)).toEqual(idsOf(closed.map(({ id }) => id)))
    for (const { id, values } of closed) expect(keysOf(texts.values[id]), id).toEqual(idsOf(values))
  })

  it('name every column that records show', () => {
    const columns = [...facts, ...madeFacts].flatMap((fact) => [
      fact.time,
      fact.thread.key,
      ...fact.columns.map(({ id }) => id),
    ])
    // And what was written, which no fact holds.
    expect(keysOf(texts.columns)).toEqual(idsOf([...columns, 'text']))
  })

  it('name a column as the dimension or the metric of its id', () => {
    for (const [id, title] of Object.entries(texts.columns)) {
      const named = texts.dimensions[id] ?? texts.metrics[id]?.title ?? title
      expect(title, id).toBe(named)
    }
  })

  it('name every dashboard, its group and its panels', () => {
    expect(keysOf(texts.dashboards)).toEqual(idsOf(dashboards.map(({ id }) => id)))
    for (const { id, group, panels } of dashboards) {
      expect(texts.groups[group], group).toBeTypeOf('string')
      expect(keysOf(texts.dashboards[id]?.panels), id).toEqual(idsOf(panels.map((panel) => panel.id)))
    }
  })

  it('are never empty, and written with care', () => {
    for (const [path, text] of leaves) {
      expect(text, path).not.toBe('')
      // No space too many, no typewriter quotes, no shouting, nothing left to fill in.
      expect(text, path).not.toMatch(/^\s|\s$| {2}|["'!]|\bTODO\b/)
      if (!path.startsWith('statistics.')) expect(text, path).not.toMatch(/[{}]/)
    }
  })

  it('answer the questions of a metric in sentences, under a title and a formula that are none', () => {
    for (const [id, text] of Object.entries(texts.metrics)) {
      for (const answer of [text.what, text.when, text.why]) expect(answer, id).toMatch(/^\p{Lu}.*\.$/u)
      expect(text.title, id).toMatch(/^\p{Lu}.*[^.]$/u)
      expect(text.formula, id).toMatch(/^[^\n]*[^.\n]$/)
    }
  })

  it('give each metric a title of its own', () => {
    const titles = metrics.map((metric) => metricText(metric, language).title)
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
  })

  it('ask a question on every dashboard', () => {
    for (const [id, { question }] of Object.entries(texts.dashboards)) expect(question, id).toMatch(/^\p{Lu}[^?]*\?$/u)
  })

  it('put the title of a duration into the title of each statistic, once', () => {
    for (const [kind, pattern] of Object.entries(texts.statistics)) {
      expect(pattern.split('{title}'), kind).toHaveLength(2)
    }
  })

  it('tell the session timeouts that are in force', () => {
    const { web, other } = sessionTimeoutSeconds
    const numbers = new RegExp(`\\b${web / 60}\\b.*\\b${other / 3600}\\b`)
    for (const id of ['chats', 'missed_chats']) expect(texts.metrics[id]?.when, id).toMatch(numbers)
  })
})

it('no Dutch text is an English one that was forgotten', () => {
  const dutch = [...leavesOf(textsIn('nl'))].filter(([path, text]) => english.get(path) === text)
  const same = idsOf(dutch.map(([, text]) => text))
  expect(same.filter((text) => ![...sameInDutch, ...brands].includes(text))).toEqual([])
  expect(sameInDutch.filter((text) => !same.includes(text))).toEqual([])
})

it('every Russian text is written in Cyrillic, but for brand names and signs', () => {
  const latin = [...leavesOf(textsIn('ru')).values()].filter((text) => !/\p{Script=Cyrillic}/u.test(text))
  expect(latin.filter((text) => ![...brands, '%'].includes(text))).toEqual([])
})

describe('metricText', () => {
  const average: Pick<Metric, 'id' | 'statistic'> = {
    id: 'avg_response_time',
    statistic: { kind: 'avg', of: 'response_time' },
  }

  it.each([
    ['en', 'avg', 'Average response time'],
    ['en', 'median', 'Median response time'],
    ['en', 'p90', '90th percentile of response time'],
    ['en', 'max', 'Longest response time'],
    ['nl', 'avg', 'Gemiddelde reactietijd'],
    ['nl', 'median', 'Mediane reactietijd'],
    ['nl', 'p90', '90e percentiel van de reactietijd'],
    ['nl', 'max', 'Langste reactietijd'],
    ['ru', 'avg', 'Время ответа, среднее'],
    ['ru', 'median', 'Время ответа, медиана'],
    ['ru', 'p90', 'Время ответа, 90-й перцентиль'],
    ['ru', 'max', 'Время ответа, максимум'],
  ] as const)('in %s calls the %s of response times by its own title: %s', (language, kind, title) => {
    const text = metricText({ id: `${kind}_response_time`, statistic: { kind, of: 'response_time' } }, language)
    expect(text).toEqual({ ...textsIn(language).metrics.response_time, title })
  })

  it('gives a metric that is no statistic its own text', () => {
    expect(metricText({ id: 'leads' }, 'nl')).toBe(textsIn('nl').metrics.leads)
  })

  it('throws on a metric that has no text', () => {
    expect(() => metricText({ id: 'smiles' }, 'en')).toThrow('The metric smiles has no text in en.')
    expect(() => metricText({ ...average, statistic: { kind: 'avg', of: 'smiles' } }, 'en')).toThrow('no text')
  })
})

/** Every text by its path: `metrics.chats.title`. */
function leavesOf(texts: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
      const at = path === '' ? key : `${path}.${key}`
      if (typeof value === 'string') return [[at, value]]
      return typeof value === 'object' && value !== null ? [...leavesOf(value, at)] : []
    }),
  )
}

function keysOf(texts: object | undefined): string[] {
  return Object.keys(texts ?? {}).sort()
}

function idsOf(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort()
}

it('no metric is put into words by two subjects', () => {
  const ids = metricTextsBySubject.flatMap((texts) => Object.keys(texts))
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
})
