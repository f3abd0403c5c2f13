import { checkEvent } from '@parley/server/ingest/check.ts'
import { expect, test } from 'vitest'
import { conversationsAtOnce, freshen, makeBodies, messagesEach } from './bodies.ts'

type Sent = { readonly id: string; readonly data: { readonly conversation_id: string; readonly text: string } }

const context = { organizationId: 'o', receivedAt: Date.now(), isPublishable: false }

function sendAll(eventsPerBody: number, rounds: number): Sent[] {
  const bodies = makeBodies(eventsPerBody)
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
    bodies.flatMap((body) => {
      freshen(body, round)
      return JSON.parse(body.bytes.toString('utf8')) as Sent | Sent[]
    }),
  )
}

test('every event of the load is one that the server takes', () => {
  const wrong = sendAll(500, 1).flatMap((event) => {
    const checked = checkEvent(event, context)
    return Array.isArray(checked) ? checked : []
  })
  expect(wrong).toEqual([])
})

test('no id comes twice, not in the next round either', () => {
  const ids = sendAll(500, 2).map(({ id }) => id)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(2 * conversationsAtOnce * messagesEach)
})

test('each conversation gets its messages in turn with the others, and a new round makes new conversations', () => {
  const conversations = sendAll(500, 2).map(({ data }) => data.conversation_id)
  expect(new Set(conversations.slice(0, conversationsAtOnce)).size).toBe(conversationsAtOnce)
  expect(conversations[conversationsAtOnce]).toBe(conversations[0])
  expect(new Set(conversations).size).toBe(2 * conversationsAtOnce)
})

test('a body of one event is that event and no list', () => {
  const [body] = makeBodies(1)
  expect(JSON.parse(body?.bytes.toString('utf8') ?? '')).toMatchObject({ type: 'message.sent' })
})
