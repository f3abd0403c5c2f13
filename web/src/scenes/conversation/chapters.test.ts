import { expect, test } from 'vitest'
import type { Session, TimelineEntry } from '../../ask/conversation.ts'
import { chaptersOf } from './chapters.ts'
import { detailsOf, namesIn } from './details.ts'

const entry = (time: string, type: string, kind?: string): TimelineEntry => ({
  time: `2026-11-20T${time}Z`,
  type,
  author: kind === undefined ? null : { kind, id: `${kind}1`, name: kind === 'agent' ? 'Anna' : null },
  text: null,
  is_private: false,
  detail: {},
})

const session = (number: number, from: string, to: string): Session => ({
  number,
  started_at: `2026-11-20T${from}Z`,
  ended_at: `2026-11-20T${to}Z`,
  agent: null,
  is_two_way: false,
  is_missed: false,
  is_effective: false,
  is_lead: false,
  is_bot_chat: false,
})

const timeline = [
  entry('08:59:59', 'conversation.started'),
  entry('09:00:00', 'message.sent', 'contact'),
  entry('09:00:10', 'message.sent', 'contact'),
  entry('09:02:10', 'message.sent', 'agent'),
  entry('09:10:00', 'conversation.ended'),
  entry('11:00:00', 'conversation.routed'),
  entry('11:00:05', 'message.sent', 'contact'),
]
const chapters = chaptersOf({
  sessions: [session(1, '09:00:00', '09:02:10'), session(2, '11:00:05', '11:00:05')],
  timeline,
})

test('what opens a session belongs to it, and so does what closes it', () => {
  expect(chapters.map(({ lines }) => lines.map(({ entry: { type } }) => type))).toEqual([
    ['conversation.started', 'message.sent', 'message.sent', 'message.sent', 'conversation.ended'],
    ['conversation.routed', 'message.sent'],
  ])
})

test('an author who goes on is not named again, and long silences are told', () => {
  const [first] = chapters
  expect(first?.lines.map(({ isContinued }) => isContinued)).toEqual([false, false, true, false, false])
  expect(first?.lines.map(({ silence }) => silence)).toEqual([undefined, undefined, undefined, 120, undefined])
})

test('without sessions there is one chapter without a heading', () => {
  expect(chaptersOf({ sessions: [], timeline })).toMatchObject([{ session: undefined }])
})

test('an event tells what matters, and not what is not so', () => {
  const detail = {
    outcome_id: 'o-1',
    effective: false,
    lead: true,
    category: 'sale',
    chatpoints: 3,
    by: { kind: 'agent' },
  }
  expect(detailsOf({ detail, text: null })).toEqual([
    { key: 'category', value: 'sale' },
    { key: 'lead', value: true },
    { key: 'chatpoints', value: 3 },
  ])
})

test('who wrote in the timeline, and what was described, is known by name in its events', () => {
  const names = namesIn({ labels: { inbox: { i1: 'Sales' } }, timeline })
  expect(names.get('agent_id agent1')).toBe('Anna')
  expect(names.get('inbox_id i1')).toBe('Sales')
})
