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

/** To be spread on the button that a shortcut presses. */
export const shortcut = (name: Shortcut) => ({ 'data-shortcut': name, 'aria-keyshortcuts': keyOf(name) })

const keyOf = (name: Shortcut): string => (shortcuts.find(([, known]) => known === name)?.[0] ?? '').toUpperCase()

/** Presses the button of a shortcut; nothing happens where the page has none. */
export function press(name: Shortcut): void {
  const buttons = document.querySelectorAll<HTMLElement>(`[data-shortcut="${name}"]`)
  const seen = [...buttons].find((button) => button.offsetParent !== null)
  seen?.focus()
  seen?.click()
}
