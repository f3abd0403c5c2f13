import type { Tip } from './spec.ts'
import classes from './tip.module.css'

/** A tip as elements. Names come from outside, so they are set as text and never as markup. */
export function tipElement(tip: Tip, hint: string): HTMLElement {
  const box = element('div', classes.tip)
  box.append(element('div', classes.title, tip.title))
  const grid = element('div', classes.rows)
  for (const row of tip.rows) {
    const mark = element('span', row.isBefore ? `${classes.mark} ${classes.before}` : classes.mark)
    if (row.colour !== undefined) mark.style.background = row.colour
    grid.append(
      mark,
      element('span', row.isBefore ? classes.soft : classes.name, row.name),
      element('span', row.isBefore ? classes.soft_value : classes.value, row.value),
      element('span', classes.extra, row.extra ?? ''),
    )
  }
  box.append(grid)
  if (hint !== '') box.append(element('div', classes.hint, hint))
  return box
}

function element(tag: string, className: string | undefined, text?: string): HTMLElement {
  const made = document.createElement(tag)
  if (className !== undefined) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}
