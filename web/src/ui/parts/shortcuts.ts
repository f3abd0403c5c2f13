import { type DateGroup, dateGroups } from '../../ask/view/view.ts'

/** What a single key does: it presses the button on the page that has its name, where there is one. */
export const shortcuts = [
  ['r', 'range'],
  ['f', 'filter'],
  ['c', 'compare'],
  ['g', 'granularity'],
  ['m', 'metric'],
  ['x', 'clear'],
  ['s', 'share'],
] as const

export type Shortcut = (typeof shortcuts)[number][1]

/** The ranges that have a name, each on a digit, in the order in which the bar lists them. */
export const periodKeys: readonly (readonly [key: string, group: DateGroup])[] = dateGroups.map((group, place) => [
  String(place + 1),
  group,
])

/** To be spread on the button that a shortcut presses. */
export const shortcut = (name: Shortcut) => ({ 'data-shortcut': name, 'aria-keyshortcuts': labelOf(name) })

const labelOf = (name: Shortcut): string => (shortcuts.find(([, known]) => known === name)?.[0] ?? '').toUpperCase()

/** Presses the button of a shortcut; nothing happens where the page has none. */
export function press(name: Shortcut): void {
  const buttons = document.querySelectorAll<HTMLElement>(`[data-shortcut="${name}"]`)
  const seen = [...buttons].find((button) => button.offsetParent !== null)
  seen?.focus()
  seen?.click()
}

/**
 * The key that was struck, as it is called on a Latin keyboard: where the layout writes other letters (Cyrillic, Greek)
 * it is the one that lies in the same place. A letter with Shift is none: nobody means a single key by it.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string | undefined {
  if (/^[a-z]$/i.test(key)) return shiftKey ? undefined : key.toLowerCase()
  if (/^\p{L}$/u.test(key)) return shiftKey || !/^Key[A-Z]$/.test(code) ? undefined : code.slice(3).toLowerCase()
  return key
}
