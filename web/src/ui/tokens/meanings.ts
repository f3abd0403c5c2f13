import { categorical, type Hue, hues, neutralMark, type Scheme } from './palette.ts'

/** Colours with a fixed meaning: the same channel, kind of author or status has the same colour on every page. */
const fixed: Readonly<Record<string, Readonly<Record<string, Hue | 'neutral'>>>> = {
  channel: {
    web: 'indigo',
    whatsapp: 'green',
    telegram: 'sky',
    viber: 'violet',
    facebook: 'amber',
    instagram: 'pink',
    email: 'olive',
    voice: 'red',
    sms: 'amber',
    vkontakte: 'sky',
    push: 'red',
    video: 'pink',
    line: 'green',
    wechat: 'olive',
    slack: 'red',
    skype: 'amber',
    snapchat: 'olive',
    alice: 'violet',
    yandex: 'red',
    api: 'neutral',
  },
  author_kind: { contact: 'green', agent: 'indigo', bot: 'amber', system: 'neutral' },
  status: {
    delivered: 'green',
    sent: 'sky',
    pending: 'amber',
    undelivered: 'red',
    error: 'pink',
    canceled: 'neutral',
    answered: 'green',
    completed: 'indigo',
    busy: 'amber',
    no_answer: 'red',
    failed: 'pink',
    ringing: 'violet',
    queued: 'sky',
    delayed: 'sky',
    created: 'indigo',
    created_optional: 'violet',
    omitted_optional: 'olive',
  },
  short_status: { delivered: 'green', in_progress: 'amber', not_delivered: 'red' },
  medium: { text: 'indigo', voice: 'amber', video: 'pink' },
  level_group: { own: 'indigo', vendor: 'amber' },
  bot_evaluation: { good: 'green', bad: 'red', neutral: 'neutral' },
}

/** A number that depends only on the text, so that a name without a fixed colour still keeps its colour everywhere. */
function hashOf(text: string): number {
  let hash = 2166136261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

/**
 * The colours of the values of one dimension that are drawn together, in order. A value takes its own colour; when that
 * is already taken in this drawing it takes the next free one. `null` ("none") is neutral. Beyond eight colours repeat.
 */
export function coloursOf(dimension: string, values: readonly (string | null)[], scheme: Scheme): readonly string[] {
  const taken = new Set<Hue>()
  const wishes = values.map((value) => (value === null ? ('neutral' as const) : fixed[dimension]?.[value]))
  const colours: (string | undefined)[] = wishes.map((wish) => {
    if (wish === 'neutral') return neutralMark[scheme]
    if (wish === undefined || taken.has(wish)) return undefined
    taken.add(wish)
    return categorical[scheme][wish]
  })
  return colours.map((colour, position) => {
    if (colour !== undefined) return colour
    const start = hashOf(values[position] ?? '') % hues.length
    const order = [...hues.slice(start), ...hues.slice(0, start)]
    const hue = order.find((candidate) => !taken.has(candidate)) ?? order[0] ?? 'indigo'
    taken.add(hue)
    return categorical[scheme][hue]
  })
}

/** The colours of several metrics drawn together: handed out in order, the first is the accent's. */
export function coloursInOrder(count: number, scheme: Scheme): readonly string[] {
  return Array.from({ length: count }, (_, position) => categorical[scheme][hues[position % hues.length] ?? 'indigo'])
}

/** The colour of one value on its own. */
export function colourOf(dimension: string, value: string | null, scheme: Scheme): string {
  return coloursOf(dimension, [value], scheme)[0] ?? neutralMark[scheme]
}
