import type { Conversation, TimelineEntry } from '../../ask/conversation.ts'
import type { en } from '../../ui/texts/en.ts'

export type DetailKey = keyof typeof en.conversation.detail
export type DetailWord = keyof typeof en.conversation.detail_value

export type Detail = { readonly key: DetailKey; readonly value: string | number | boolean }

/** What is worth a place in the one line an event gets, in this order. The rest of an event is in its data. */
const told: readonly DetailKey[] = [
  'reason',
  'category',
  'effective',
  'lead',
  'chatpoints',
  'points_v1',
  'rating',
  'feedback',
  'status',
  'medium',
  'talk_seconds',
  'agent_id',
  'bot_id',
  'team_id',
  'inbox_id',
  'campaign',
  'template',
  'initiator',
  'text',
  'url',
]

const most = 5

export function detailsOf({ detail, text }: Pick<TimelineEntry, 'detail' | 'text'>): readonly Detail[] {
  const known: Readonly<Record<string, unknown>> = text === null ? detail : { ...detail, text }
  return told
    .flatMap((key): Detail[] => {
      const value = known[key]
      // A flag that is not set says nothing: "effective" does, "not effective" is the rule.
      if (value === false || value === '') return []
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [{ key, value }]
        : []
    })
    .slice(0, most)
}

/** What is known by name of what events name by id: of what was described, and of who wrote. */
export function namesIn({ labels, timeline }: Pick<Conversation, 'labels' | 'timeline'>): ReadonlyMap<string, string> {
  const described = Object.entries(labels).flatMap(([kind, names]) =>
    Object.entries(names).map(([id, name]) => [`${kind}_id ${id}`, name] as const),
  )
  const wrote = timeline.flatMap(({ author }) =>
    author?.id && author.name ? [[`${author.kind}_id ${author.id}`, author.name] as const] : [],
  )
  return new Map([...described, ...wrote])
}
