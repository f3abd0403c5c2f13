import type { Facts } from '@parley/fixtures/oracle/facts.ts'

const at = (column: string) => `toUnixTimestamp64Milli(${column})`

/** Table → the columns that a test compares, of requests, offers, bots, invitations, presence and activity. */
export const dialogueCompared = {
  requests: `conversation_id, ${at('requested_at')}, initiator, medium, is_accepted, url, auto_message, agent, team, channel,
    touchpoint`,
  offers: `conversation_id, ${at('offered_at')}, is_skip, is_first, session_number, agent, team, inbox, channel, touchpoint`,
  bot_turns: `conversation_id, ${at('turned_at')}, is_handover, session_number, bot, agent, team, inbox, channel, touchpoint`,
  invitations: `conversation_id, ${at('invited_at')}, campaign, is_joined, is_answered, agent, team, channel, touchpoint`,
  presence: `agent_id, agent, status, ${at('since')}, ${at('until')}`,
  activity: `agent_id, agent, ${at('active_at')}`,
} as const

type DialogueFacts = Pick<Facts, 'requests' | 'offers' | 'bot_turns' | 'invitations' | 'presence' | 'interactions'>

/** What the oracle finds, as it stands in these columns. */
export function expectedDialogue(
  { requests, offers, bot_turns, invitations, presence, interactions }: DialogueFacts,
  sorted: (rows: unknown[]) => string[],
) {
  const none = (value: string | null) => value ?? ''
  return {
    requests: sorted(
      requests.map((one) => [
        one.conversation_id,
        one.time,
        ...[one.initiator, one.medium].map(none),
        Number(one.is_accepted),
        ...[one.url, one.auto_message, one.agent, one.team, one.channel, one.touchpoint].map(none),
      ]),
    ),
    offers: sorted(
      offers.map((one) => [
        one.conversation_id,
        one.time,
        Number(one.is_skip),
        Number(one.is_first),
        one.session ?? 0,
        ...[one.agent, one.team, one.inbox, one.channel, one.touchpoint].map(none),
      ]),
    ),
    bot_turns: sorted(
      bot_turns.map((one) => [
        one.conversation_id,
        one.time,
        Number(one.is_handover),
        one.session ?? 0,
        ...[one.bot, one.agent, one.team, one.inbox, one.channel, one.touchpoint].map(none),
      ]),
    ),
    invitations: sorted(
      invitations.map((one) => [
        one.conversation_id,
        one.time,
        none(one.campaign),
        Number(one.is_joined),
        Number(one.is_answered),
        ...[one.agent, one.team, one.channel, one.touchpoint].map(none),
      ]),
    ),
    presence: sorted(presence.map((one) => [none(one.agent), none(one.agent), none(one.status), one.time, one.until])),
    activity: sorted(
      interactions.flatMap((one) => (one.is_message ? [] : [[none(one.agent), none(one.agent), one.time]])),
    ),
  }
}
