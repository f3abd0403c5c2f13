import { hostileTexts } from '@parley/fixtures/hostile-text.ts'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askConversation } from './conversation.ts'
import { answerCsv } from './csv.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'
import { askValues } from './values.ts'

/** Texts that an id may be, as they are once they have come through JSON. */
const texts = [...new Set(hostileTexts.map((text) => text.toWellFormed()))].filter(
  (text) => text !== '' && [...text].length <= 200,
)

const asker = { organizationId: 'hostile' }
const range = { from: '2026-03-01', to: '2026-03-02' }
const now = Date.parse('2026-03-02T00:00:00Z')

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  const event = (id: string, type: string, time: string, data: object) => ({
    specversion: '1.0',
    id,
    source: '/hostile',
    type,
    time,
    data,
  })
  // Everything that can be a text is the hostile one: the conversation, the people, what they say, how they are called.
  const events = texts.flatMap((text, number) => [
    event(`a-${number}`, 'message.sent', '2026-03-01T10:00:00Z', {
      conversation_id: text,
      author: { kind: 'contact', id: text },
      text,
      channel: 'web',
      touchpoint_id: text,
    }),
    event(`b-${number}`, 'message.sent', '2026-03-01T10:00:10Z', {
      conversation_id: text,
      author: { kind: 'agent', id: text },
      text,
    }),
    event(`c-${number}`, 'outcome.recorded', '2026-03-01T10:00:20Z', { conversation_id: text, category: text }),
    event(`d-${number}`, 'entity.described', '2026-03-01T10:00:30Z', { kind: 'agent', id: text, name: `name ${text}` }),
  ])
  await house.take(asker.organizationId, events)
  await house.settled()
}, 60_000)

afterAll(() => house.close())

const services = () => house.at(now)

describe('a text that wants to be SQL', () => {
  it('is one value of a dimension, with its own name, and nothing else', async () => {
    const answer = await ask(services(), asker, { metrics: ['chats', 'agent_messages'], range, dimensions: ['agent'] })
    const found = new Map(answer.rows.map(([agent, ...values]) => [agent, values]))
    for (const text of texts) expect(found.get(text), JSON.stringify(text)).toEqual([0, 1])
    // The sessions were assigned to nobody.
    expect(found.get(null)).toEqual([texts.length, 0])
    expect(answer.rows).toHaveLength(texts.length + 1)
    expect(answer.labels.agent).toEqual(Object.fromEntries(texts.map((text) => [text, `name ${text}`])))
  })

  it.each(texts)('as a filter finds itself and nothing else: %j', async (text) => {
    const count = async (op: 'in' | 'not_in' | 'contains', values: string[]) => {
      const filters = ['first_agent', 'category', 'touchpoint'].map((dimension) => ({ dimension, op, values }))
      return (await ask(services(), asker, { metrics: ['chats'], range, filters })).totals.chats
    }
    expect(await count('in', [text])).toBe(1)
    expect(await count('in', [text, `${text}'`, 'x'])).toBe(texts.includes(`${text}'`) ? 2 : 1)
    expect(await count('not_in', [text])).toBe(texts.length - 1)
    expect(await count('in', texts)).toBe(texts.length)
    expect(await count('contains', [text])).toBeGreaterThanOrEqual(1)
  })

  it.each(texts)('as the id of a conversation opens that one: %j', async (text) => {
    const shown = await askConversation(services(), asker, text)
    expect(shown.timeline.map((one) => one.text)).toEqual([text, text, null])
    expect(shown.contact).toEqual({ id: text, name: null })
    expect(shown.touchpoint).toEqual({ id: text, name: null })
  })

  it('is in the records and in the list of values as it is', async () => {
    const { rows, columns } = await askRecords(services(), asker, { metric: 'agent_messages', range, limit: 1000 })
    const at = (id: string) => columns.findIndex((column) => column.id === id)
    const found = rows.map((row) => [row[at('conversation_id')], row[at('agent')], row[at('text')]])
    expect(found.sort()).toEqual(texts.map((text) => [text, text, text]).sort())
    const values = await askValues(services(), asker, 'category', '', 500)
    expect(values.map(({ value }) => value).sort()).toEqual([...texts].sort())
    expect((await askValues(services(), asker, 'category', "')--", 500)).map(({ value }) => value)).toEqual(["')--"])
  })

  it('is one field in CSV, which no spreadsheet runs as a formula', async () => {
    const answer = await ask(services(), asker, {
      metrics: ['agent_messages'],
      range,
      dimensions: ['agent'],
      filters: [{ dimension: 'agent', op: 'exists' }],
    })
    const [, ...rows] = parse(answerCsv(answer)) as string[][]
    const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
    expect(rows.map(([agent]) => agent)).toEqual(answer.rows.map(([agent]) => guarded(String(agent))))
    expect(rows.every((row) => row[1] === '1' && row.length === 2)).toBe(true)
    for (const [agent = ''] of rows) expect(agent).not.toMatch(/^[=+\-@\t\r]/)
  })
})
