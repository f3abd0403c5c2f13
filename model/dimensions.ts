import { type Dimension, type LengthStep, trackedUrlKind } from '@parley/core/declare/dimension.ts'
import { monthsFact } from '@parley/core/declare/metric.ts'
import { otherUrl } from '@parley/core/query/tracked-url.ts'
import { services } from './costs/fact.ts'
import { callStatuses } from './events/call.ts'
import { channels } from './events/channel.ts'
import { lengthSteps, waitSteps } from './lengths.ts'
import { shortStatuses, shownStatuses } from './notifications/status.ts'

const bySession = ['sessions', 'replies']
const aroundConversations = ['requests', 'offers', 'bot_turns', 'invitations']
const onSite = ['visits', 'widget_actions', 'contact_visits']
const byTelephone = ['calls', 'talks']
const ofAgents = ['presence', ...byTelephone]
const everywhere = ['sessions', 'replies', 'messages', 'interactions', 'outcomes', 'surveys', ...aroundConversations]

/** Every dimension by which numbers can be split and filtered. */
export const dimensions: readonly Dimension[] = [
  {
    id: 'channel',
    type: 'text',
    values: channels,
    columns: on('channel', [...everywhere, 'contact_visits', 'notifications', 'orders', 'costs']),
  },
  {
    id: 'touchpoint',
    type: 'text',
    entity: 'touchpoint',
    columns: on('touchpoint', [...everywhere, ...onSite, ...byTelephone, 'notifications', 'orders', 'costs']),
  },
  { id: 'url', type: 'text', columns: on('url', [...bySession, 'requests', ...onSite]) },
  {
    id: 'tracked_url',
    type: 'text',
    entity: trackedUrlKind,
    reserved: [otherUrl],
    found: { by: 'tracked_urls' },
    columns: on('url', [...bySession, 'requests', ...onSite]),
  },
  {
    id: 'inbox',
    type: 'text',
    entity: 'inbox',
    columns: on('inbox', ['sessions', 'replies', 'messages', 'interactions', 'outcomes', 'offers', 'bot_turns']),
  },
  {
    id: 'team',
    type: 'text',
    entity: 'team',
    // Presence and calls are of an agent and of no conversation: they are those of the teams the agent is in.
    foundIn: Object.fromEntries(ofAgents.map((fact) => [fact, { by: 'agent_teams' }])),
    columns: { ...on('team', [...everywhere, 'orders']), ...on('agent', ofAgents) },
  },
  {
    id: 'agent',
    type: 'text',
    entity: 'agent',
    columns: on('agent', [...everywhere, ...ofAgents, 'orders']),
  },
  {
    id: 'level',
    type: 'text',
    values: ['0', '1', '2', '3'],
    found: { by: 'agent_level', valueOfLevel: { 0: '0', 1: '1', 2: '2', 3: '3' } },
    columns: on('agent', [...everywhere, ...ofAgents, 'orders']),
  },
  {
    id: 'level_group',
    type: 'text',
    values: ['vendor', 'own'],
    found: { by: 'agent_level', valueOfLevel: { 0: 'vendor', 1: 'vendor', 2: 'own', 3: 'own' } },
    columns: on('agent', [...everywhere, ...ofAgents, 'orders']),
  },
  { id: 'first_agent', type: 'text', entity: 'agent', columns: on('first_agent', bySession) },
  {
    id: 'bot',
    type: 'text',
    entity: 'bot',
    columns: on('bot', ['sessions', 'replies', 'messages', 'interactions', 'outcomes', 'bot_turns', ...byTelephone]),
  },
  { id: 'category', type: 'text', columns: on('category', ['sessions', 'replies', 'outcomes']) },
  {
    id: 'initiator',
    type: 'text',
    values: ['contact', 'agent', 'bot'],
    columns: on('initiator', [...bySession, 'requests']),
  },
  { id: 'auto_message', type: 'text', columns: on('auto_message', [...bySession, 'requests', 'widget_actions']) },
  { id: 'auto_message_text', type: 'text', columns: on('auto_message_text', ['widget_actions']) },
  { id: 'target_url', type: 'text', columns: on('target_url', ['widget_actions']) },
  { id: 'trigger', type: 'text', columns: on('trigger', ['widget_actions']) },
  { id: 'referrer', type: 'text', columns: on('referrer', ['visits', 'widget_actions']) },
  {
    id: 'device',
    type: 'text',
    reserved: ['desktop', 'mobile', 'tablet'],
    columns: on('device', [...bySession, ...onSite]),
  },
  { id: 'browser', type: 'text', columns: on('browser', [...bySession, ...onSite]) },
  { id: 'os', type: 'text', columns: on('os', [...bySession, ...onSite]) },
  { id: 'country', type: 'text', columns: on('country', [...bySession, ...onSite, 'orders']) },
  { id: 'region', type: 'text', columns: on('region', [...bySession, ...onSite, 'orders']) },
  { id: 'place', type: 'text', columns: on('place', [...bySession, ...onSite, 'orders']) },
  {
    id: 'medium',
    type: 'text',
    values: ['text', 'voice', 'video'],
    columns: on('medium', ['requests', ...byTelephone]),
  },
  { id: 'campaign', type: 'text', columns: on('campaign', ['invitations', 'notifications']) },
  { id: 'template', type: 'text', columns: on('template', ['notifications']) },
  {
    id: 'end_reason',
    type: 'text',
    values: ['resolved', 'timeout', 'contact_left', 'agent_closed'],
    columns: on('end_reason', ['sessions']),
  },
  {
    id: 'has_contact_messages',
    type: 'text',
    values: ['yes', 'no'],
    found: { by: 'presence', any: 'yes', none: 'no' },
    columns: on('contact_messages', ['sessions']),
  },
  {
    id: 'author_kind',
    type: 'text',
    values: ['contact', 'agent', 'bot'],
    columns: on('author_kind', ['messages', 'interactions']),
  },
  { id: 'rating', type: 'number', columns: on('rating', ['surveys']) },
  { id: 'scale', type: 'number', columns: on('scale', ['surveys']) },
  {
    id: 'status',
    type: 'text',
    values: [...new Set([...shownStatuses, ...callStatuses])],
    columns: on('status', ['notifications', ...byTelephone]),
  },
  {
    id: 'short_status',
    type: 'text',
    values: Object.keys(shortStatuses),
    columns: on('short_status', ['notifications']),
  },
  { id: 'direction', type: 'text', reserved: ['inbound', 'outbound'], columns: on('direction', byTelephone) },
  { id: 'trunk', type: 'text', columns: on('trunk', byTelephone) },
  { id: 'bot_evaluation', type: 'text', columns: on('bot_evaluation', byTelephone) },
  { id: 'service', type: 'text', values: services, columns: on('service', ['costs']) },
  { id: 'currency', type: 'text', columns: on('currency', ['orders', 'costs', 'notifications']) },
  byLength('response_bucket', waitSteps, { replies: 'response' }),
  byLength('first_response_bucket', waitSteps, { replies: 'first_response' }),
  byLength('duration_bucket', lengthSteps, { sessions: 'duration', calls: 'talk', talks: 'talk' }),
  {
    id: 'organization',
    type: 'text',
    entity: 'organization',
    columns: on('organization_id', [
      ...everywhere,
      ...onSite,
      'presence',
      ...byTelephone,
      'notifications',
      'orders',
      'costs',
      monthsFact,
    ]),
  },
]

function on(column: string, facts: readonly string[]): Record<string, string> {
  return Object.fromEntries(facts.map((fact) => [fact, column]))
}

function byLength(id: string, steps: readonly LengthStep[], columns: Record<string, string>): Dimension {
  return { id, type: 'text', values: steps.map(({ value }) => value), found: { by: 'length', steps }, columns }
}
