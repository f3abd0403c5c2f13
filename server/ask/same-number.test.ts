import type { QueryRequest } from '@parley/core/query/request.ts'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { answerCsv } from './csv.ts'
import { openExport } from './export/export.ts'
import { answerXlsx } from './export/xlsx/answer-xlsx.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * One number, wherever it is shown and whenever it is asked for.
 */

let house: TestHouse
const asker = { organizationId: 'desk' }
const range = { from: '2026-03-01', to: '2026-04-01' }
let sent = 0

function event(time: string, type: string, data: object) {
  sent += 1
  return { specversion: '1.0', id: `e-${sent}`, source: '/desk', type, time, data }
}

/** A chat in which an agent answers after some seconds. */
function chat(id: string, time: string, agent: string, seconds: number) {
  const conversation_id = id
  const answered = new Date(Date.parse(time) + seconds * 1000).toISOString()
  return [
    event(time, 'message.sent', { conversation_id, author: { kind: 'contact', id: `p-${id}` }, channel: 'web' }),
    event(time, 'conversation.assigned', { conversation_id, agent_id: agent, team_id: 'sales' }),
    event(answered, 'message.sent', { conversation_id, author: { kind: 'agent', id: agent }, text: 'hello' }),
  ]
}

const services = (now = '2026-04-02T00:00:00Z') => house.at(Date.parse(now), { timeZone: 'Europe/Amsterdam' })
const query = (request: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>, now?: string) =>
  ask(services(now), asker, { range, ...request })

beforeAll(async () => {
  house = await openTestHouse()
  await house.take('desk', [
    event('2026-01-01T00:00:00Z', 'entity.described', { kind: 'agent', id: 'anna', name: 'Anna Visser' }),
    event('2026-01-01T00:00:00Z', 'entity.described', { kind: 'agent', id: 'bram', name: 'Bram Bos' }),
    ...chat('c-1', '2026-03-09T10:00:00Z', 'anna', 10),
    ...chat('c-2', '2026-03-09T12:00:00Z', 'anna', 20),
    ...chat('c-3', '2026-03-10T12:00:00Z', 'bram', 90),
  ])
  await house.settled()
}, 60_000)

afterAll(() => house.close())

describe('card, chart, table, files and records', () => {
  it.each([
    ['chats', 3],
    ['avg_response_time', 40],
    ['median_response_time', 20],
  ])('never disagree about %s: it is %d in all of them', async (metric, value) => {
    const metrics = [metric]
    const compare = 'previous_period' as const
    const card = await query({ metrics, compare })
    const chart = await query({ metrics, granularity: 'day', compare })
    const table = await query({ metrics, dimensions: ['agent'], compare })
    expect([card, chart, table].map(({ totals }) => totals[metric])).toEqual([value, value, value])
    // The total is asked for: the mean of the days would be 52.5 s, the mean of the agents too.
    expect(chart.rows.filter(([, number]) => number !== 0 && number !== null)).toHaveLength(2)
    expect(table.rows).toHaveLength(2)
    const named = parse(answerCsv(table, { isNamed: true }), { columns: true }) as Record<string, string>[]
    const names = { anna: 'Anna Visser', bram: 'Bram Bos' }
    expect(Object.fromEntries(named.map(({ agent, agent_name }) => [agent, agent_name]))).toEqual(names)
    expect(named.map((row) => Number(row[metric]))).toEqual(table.rows.map(([, number]) => number))
    const request = { metrics, range }
    expect(Number((parse(answerCsv(card)) as string[][])[1]?.[0])).toBe(value)
    expect((await readSheet(await answerXlsx(services(), asker, request, card)))[1]).toEqual([value])
    const { rows, columns, total } = await askRecords(services(), asker, { metric, range })
    expect(total).toBe(3)
    const at = columns.findIndex(({ id }) => id === 'response')
    const waited = rows.map((row) => Number(row[at])).toSorted((one, other) => one - other)
    if (at >= 0) expect(waited).toEqual([10, 20, 90])
  })
})

describe('an agent who was deleted', () => {
  it('keeps name, chats, replies and team in the past, on the screen and in the export', async () => {
    const before = await query({ metrics: ['chats', 'agent_messages', 'avg_response_time'], dimensions: ['agent'] })
    expect(before.rows).toContainEqual(['anna', 2, 2, 15])
    // Gone from the desk: out of every team and away, chats that are open go to nobody; and years pass in silence.
    await house.take('desk', [
      event('2026-04-10T00:00:00Z', 'conversation.assigned', { conversation_id: 'c-1', agent_id: null }),
      event('2026-04-10T00:00:00Z', 'entity.described', { kind: 'agent', id: 'anna', team_ids: [] }),
      event('2026-04-10T00:00:00Z', 'agent.presence_changed', { agent_id: 'anna', status: 'offline' }),
    ])
    await house.settled()
    const metrics = ['chats', 'agent_messages', 'avg_response_time']
    const after = await query({ metrics, dimensions: ['agent'] }, '2029-01-01T00:00:00Z')
    expect(after.rows).toEqual(before.rows)
    expect(after.labels).toEqual({ agent: { anna: 'Anna Visser', bram: 'Bram Bos' } })
    const ofTeam = await query({ metrics: ['chats'], dimensions: ['team'] }, '2029-01-01T00:00:00Z')
    expect(ofTeam.rows).toEqual([['sales', 3]])
    const request = { what: 'sessions', format: 'ndjson' as const }
    const file = await openExport(services('2029-01-01T00:00:00Z'), asker, request, AbortSignal.timeout(30_000))
    let text = ''
    for await (const chunk of file.chunks) text += chunk
    const names = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { agent_name: string }).agent_name)
    expect(names).toEqual(['Anna Visser', 'Anna Visser', 'Bram Bos'])
  })
})
