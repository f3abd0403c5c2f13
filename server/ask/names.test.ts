import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askConversation } from './conversation.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'
import { askValues } from './values.ts'

let house: TestHouse

const range = { from: '2026-03-01', to: '2026-04-01' }
const sees = (id: string) => (id === 'velo' ? ['velo', 'north', 'south'] : [id])
const services = () => house.at(Date.parse('2026-04-01T00:00:00Z'), { sees })

beforeAll(async () => {
  house = await openTestHouse()
  for (const [organization, inboxes] of Object.entries({ north: ['Sales', 'Repairs'], south: ['Sales'] }))
    await house.take(
      organization,
      inboxes.flatMap((name) => {
        const id = `${organization} ${name}`
        const at = { specversion: '1.0', source: '/same', time: '2026-03-10T10:00:00Z' }
        const author = { kind: 'contact', id: `contact of ${organization}` }
        return [
          { ...at, id: `d ${id}`, type: 'entity.described', data: { kind: 'inbox', id, name, description: 'For all' } },
          { ...at, id: `r ${id}`, type: 'conversation.routed', data: { conversation_id: id, inbox_id: id } },
          { ...at, id: `m ${id}`, type: 'message.sent', data: { conversation_id: id, author, text: 'Hello' } },
        ]
      }),
    )
  await house.settled()
}, 60_000)

afterAll(() => house.close())

const told = { 'north Sales': 'Sales · north', 'south Sales': 'Sales · south', 'north Repairs': 'Repairs' }

it('tells inboxes of the same name apart to who sees both, the same in answers, records and filters', async () => {
  const asker = { organizationId: 'velo' }
  const answer = await ask(services(), asker, { metrics: ['chats'], range, dimensions: ['inbox'] })
  expect(answer.labels.inbox).toEqual(told)
  const { labels } = await askRecords(services(), asker, { metric: 'chats', range, limit: 10 })
  expect(labels.inbox).toEqual(told)
  const values = await askValues(services(), asker, 'inbox', 'sales', 10)
  expect(values.map(({ label }) => label).sort()).toEqual(['Sales · north', 'Sales · south'])
})

it('calls each by its name alone to its own organization', async () => {
  const { labels } = await ask(
    services(),
    { organizationId: 'north' },
    { metrics: ['chats'], range, dimensions: ['inbox'] },
  )
  expect(labels.inbox).toEqual({ 'north Sales': 'Sales', 'north Repairs': 'Repairs' })
})

it('leaves the words that describe things as they are', async () => {
  const names = await services().namesOf(['north', 'south'])
  expect([...(names.get('inbox_description')?.values() ?? [])]).toEqual(['For all', 'For all', 'For all'])
})

it('tells with a conversation how what its events name by id is called', async () => {
  const { timeline, labels } = await askConversation(services(), { organizationId: 'velo' }, 'north Sales')
  expect(timeline.map(({ detail }) => detail.inbox_id)).toContain('north Sales')
  expect(labels).toEqual({ inbox: { 'north Sales': 'Sales' } })
})
