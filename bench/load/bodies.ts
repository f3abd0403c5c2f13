import { randomBytes } from 'node:crypto'
import { createRandom, sentence } from '../prepared/vocabulary.ts'

/** Conversations that go on at once, and the messages each gets before another takes its place. */
export const conversationsAtOnce = 2000
export const messagesEach = 20

/** A request body that is encoded once; before it is sent, only the bytes that differ each time are written. */
export type Body = { readonly bytes: Buffer; readonly events: readonly Places[] }

/** Where the changing parts of one event stand. All have a fixed length. */
type Places = { readonly id: number; readonly time: number; readonly rounds: readonly number[] }

const idLength = 36
const roundLength = 8
const mark = { id: '#'.repeat(idLength), time: '~'.repeat(24), round: '%'.repeat(roundLength) }

/**
 * The bodies of one round: every conversation gets its messages, one after the other in turn, `eventsPerBody` to a body.
 * The next round has the same texts in new conversations. A list when there are several events to a body.
 */
export function makeBodies(eventsPerBody: number): Body[] {
  const random = createRandom(11)
  const texts = Array.from({ length: conversationsAtOnce * messagesEach }, (_, index) => eventText(index, random))
  return Array.from({ length: Math.ceil(texts.length / eventsPerBody) }, (_, index) => {
    const part = texts.slice(index * eventsPerBody, (index + 1) * eventsPerBody)
    const bytes = Buffer.from(eventsPerBody === 1 ? (part[0] ?? '') : `[${part.join(',')}]`)
    return { bytes, events: placesIn(bytes) }
  })
}

function eventText(index: number, random: (limit: number) => number): string {
  const slot = index % conversationsAtOnce
  const step = Math.floor(index / conversationsAtOnce)
  const visitor = `v-${slot.toString(16).padStart(4, '0')}${mark.round}`
  const isContact = step === 0 || random(2) === 0
  const event = {
    specversion: '1.0',
    id: mark.id,
    source: '/chat/eu',
    type: 'message.sent',
    time: mark.time,
    data: {
      conversation_id: `c-${slot}-${mark.round}`,
      author: isContact ? { kind: 'contact', id: visitor } : { kind: 'agent', id: `agent-${slot % 40}` },
      channel: slot % 2 === 0 ? 'web' : 'whatsapp',
      touchpoint_id: `w${slot % 12}`,
      contact_id: visitor,
      text: sentence(random),
    },
  }
  return JSON.stringify(event)
}

function placesIn(bytes: Buffer): Places[] {
  const places: Places[] = []
  for (let id = bytes.indexOf(mark.id); id !== -1; id = bytes.indexOf(mark.id, id + idLength)) {
    const next = bytes.indexOf(mark.id, id + idLength)
    const end = next === -1 ? bytes.length : next
    const rounds: number[] = []
    for (
      let at = bytes.indexOf(mark.round, id);
      at !== -1 && at < end;
      at = bytes.indexOf(mark.round, at + roundLength)
    )
      rounds.push(at)
    places.push({ id, time: bytes.indexOf(mark.time, id), rounds })
  }
  return places
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hexCodes = Uint16Array.from(hex, (pair) => (pair.charCodeAt(0) << 8) | pair.charCodeAt(1))
const pool = randomBytes(64 * 1024)
const run = randomBytes(2).readUInt16LE()
let drawn = 0
let counter = 0

/** Writes new ids (UUIDs: 4 counted bytes, 12 random ones), the time and the round into a body. */
export function freshen(body: Body, round: number): void {
  const { bytes } = body
  const time = Buffer.from(new Date().toISOString(), 'latin1')
  const roundText = Buffer.from(
    ((run << 16) + round).toString(16).padStart(roundLength, '0').slice(-roundLength),
    'latin1',
  )
  for (const { id, time: timeAt, rounds } of body.events) {
    writeId(bytes, id)
    bytes.set(time, timeAt)
    for (const at of rounds) bytes.set(roundText, at)
  }
}

// Random bytes from a pool are cheap but come again: the counter in the middle keeps ids apart.
function writeId(bytes: Buffer, start: number): void {
  counter += 1
  let at = start
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) bytes[at++] = 45
    const byte = index >= 4 && index < 8 ? (counter >>> (8 * (7 - index))) & 255 : (pool[drawn++ & 0xffff] ?? 0)
    const pair = hexCodes[byte] ?? 0
    bytes[at++] = pair >> 8
    bytes[at++] = pair & 255
  }
}
