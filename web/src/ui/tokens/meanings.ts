import { categorical, type Hue, hues, neutralMark, type Scheme, second } from './palette.ts'

/** One of the eight colours, or of their second tones. */
type Shade = Hue | `${Hue}_2`

/** Colours with a fixed meaning: the same channel, kind of author or status has the same colour on every page. */
const fixed: Readonly<Record<string, Readonly<Record<string, Shade | 'neutral'>>>> = {
  channel: {
    web: 'indigo',
    whatsapp: 'green',
    telegram: 'sky',
    viber: 'violet',
    facebook: 'amber',
    instagram: 'pink',
    email: 'olive',
    voice: 'red',
    sms: 'amber_2',
    vkontakte: 'sky_2',
    push: 'red_2',
    video: 'pink_2',
    line: 'green_2',
    wechat: 'olive_2',
    slack: 'red',
    skype: 'indigo_2',
    snapchat: 'olive',
    alice: 'violet_2',
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

/** What values of one kind have, by value. */
export type Shades = ReadonlyMap<string, Shade>

const shadeOf = (shade: Shade, scheme: Scheme): string =>
  shade.endsWith('_2') ? second[scheme][shade.slice(0, -2) as Hue] : categorical[scheme][shade as Hue]

const hueOf = (shade: Shade | 'neutral'): string => shade.replace('_2', '')

/** All shades, the eight first, from where a text begins: so that a name mostly has the same on every page. */
function orderFor(text: string): readonly Shade[] {
  const start = hashOf(text) % hues.length
  const order = [...hues.slice(start), ...hues.slice(0, start)]
  return [...order, ...order.map((hue) => `${hue}_2` as const)]
}

/**
 * What values without a fixed colour have, from which of them are drawn `together`, in whatever order that became known: each takes
 * one that no other has, while there is one, else one that none beside it has; of several one of another hue than those beside it.
 * `kept`: what some have already.
 */
export function shadesGiven(named: string, together: readonly (readonly string[])[], kept: Shades): Shades {
  const given = new Map(kept)
  const shadeOfValue = (value: string) => fixedShade(named, value) ?? given.get(value)
  const beside = new Map<string, Set<string>>()
  for (const values of together)
    for (const value of values) beside.set(value, new Set([...(beside.get(value) ?? []), ...values]))
  for (const [value, others] of [...beside].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (shadeOfValue(value) !== undefined) continue
    const near = [...others].map(shadeOfValue)
    const nearHues = near.map((one) => one && hueOf(one))
    const anywhere = [...given.values()]
    const against = (shade: Shade) =>
      (near.includes(shade) ? 4 : 0) + (anywhere.includes(shade) ? 2 : 0) + (nearHues.includes(hueOf(shade)) ? 1 : 0)
    const [shade] = orderFor(value).toSorted((one, other) => against(one) - against(other))
    if (shade !== undefined) given.set(value, shade)
  }
  return given
}

const fixedShade = (named: string, value: string): Shade | 'neutral' | undefined => fixed[named]?.[value]

/** Whether it can be given a colour: those that mean nothing of their own are grey. */
export const isColoured = (named: string, value: string | null): value is string =>
  value !== null && fixedShade(named, value) !== 'neutral'

/**
 * The colours of values that are drawn together, in order. `named`: what they are values of, a dimension or what it names. A value
 * takes its fixed colour, or the one it has been `given`; what is drawn together differs as long as sixteen can. `null` ("none")
 * is neutral.
 */
export function coloursOf(
  named: string,
  values: readonly (string | null)[],
  scheme: Scheme,
  given: Shades,
): readonly string[] {
  const taken = new Set<Shade>()
  const shades = new Map<string, Shade>()
  const take = (value: string, shade: Shade) => {
    taken.add(shade)
    shades.set(value, shade)
  }
  const coloured = values.filter((value) => isColoured(named, value))
  for (const value of coloured) {
    const shade = (fixedShade(named, value) as Shade | undefined) ?? given.get(value)
    if (shade !== undefined && !taken.has(shade)) take(value, shade)
  }
  for (const value of coloured.filter((one) => !shades.has(one)).sort()) {
    const order = orderFor(value)
    const shade = order.find((one) => !taken.has(one)) ?? order[0]
    if (shade !== undefined) take(value, shade)
  }
  return values.map((value) => {
    const shade = value === null ? undefined : shades.get(value)
    return shade === undefined ? neutralMark[scheme] : shadeOf(shade, scheme)
  })
}

/** The colours of several metrics drawn together: handed out in order, the first is the accent's. */
export function coloursInOrder(count: number, scheme: Scheme): readonly string[] {
  return Array.from({ length: count }, (_, position) => categorical[scheme][hues[position % hues.length] ?? 'indigo'])
}

/** The colour of one value on its own. */
export function colourOf(named: string, value: string | null, scheme: Scheme): string {
  return coloursOf(named, [value], scheme, new Map())[0] ?? neutralMark[scheme]
}
