/** An event as a client sends it. */
export type Event = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time: string
  readonly data: Record<string, unknown>
}

/** 2025-03-03 09:00 UTC, a Monday: the tests' morning. */
export const morning = Date.UTC(2025, 2, 3, 9)

/** A message whose text is the id of its event, so that records and timelines tell which events they come from. */
export function message(
  id: string,
  {
    conversation = 'c-1',
    at = morning,
    from = 'contact',
    ...data
  }: { conversation?: string; at?: number; from?: 'contact' | 'agent' | 'bot' } & Record<string, unknown> = {},
): Event {
  return {
    specversion: '1.0',
    id,
    source: '/e2e',
    type: 'message.sent',
    time: new Date(at).toISOString(),
    data: { conversation_id: conversation, author: { kind: from, id: `${from}-1` }, channel: 'web', text: id, ...data },
  }
}
