import type { Dimension } from '@parley/core/declare/dimension.ts'
import { channels } from './events/channel.ts'

const bySession = ['sessions', 'replies']
const everywhere = ['sessions', 'replies', 'messages', 'outcomes', 'surveys']

/** Every dimension by which numbers can be split and filtered. */
export const dimensions: readonly Dimension[] = [
  { id: 'channel', type: 'text', values: channels, columns: on('channel', everywhere) },
  { id: 'touchpoint', type: 'text', entity: 'touchpoint', columns: on('touchpoint', everywhere) },
  { id: 'url', type: 'text', columns: on('url', bySession) },
  { id: 'inbox', type: 'text', entity: 'inbox', columns: on('inbox', ['sessions', 'replies', 'messages', 'outcomes']) },
  { id: 'team', type: 'text', entity: 'team', columns: on('team', everywhere) },
  { id: 'agent', type: 'text', entity: 'agent', columns: on('agent', everywhere) },
  { id: 'first_agent', type: 'text', entity: 'agent', columns: on('first_agent', bySession) },
  { id: 'bot', type: 'text', entity: 'bot', columns: on('bot', ['sessions', 'replies', 'messages', 'outcomes']) },
  { id: 'category', type: 'text', columns: on('category', ['sessions', 'replies', 'outcomes']) },
  { id: 'initiator', type: 'text', values: ['contact', 'agent', 'bot'], columns: on('initiator', bySession) },
  { id: 'auto_message', type: 'text', columns: on('auto_message', bySession) },
  { id: 'author_kind', type: 'text', values: ['contact', 'agent', 'bot'], columns: on('author_kind', ['messages']) },
  { id: 'rating', type: 'number', columns: on('rating', ['surveys']) },
  { id: 'organization', type: 'text', entity: 'organization', columns: on('organization_id', everywhere) },
]

function on(column: string, facts: readonly string[]): Record<string, string> {
  return Object.fromEntries(facts.map((fact) => [fact, column]))
}
