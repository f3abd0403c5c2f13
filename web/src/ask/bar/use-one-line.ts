import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/** What a bar leaves out, more with each: the days of a range with a name, words that are known without, icons beside words. */
const briefer = ['', 'days', 'days words', 'days words icons'] as const

/**
 * Keeps the controls of a bar in one line as long as there is a way to: what says least gives way first, whatever the language,
 * the screen and the page. Where nothing helps, the second part takes a line of its own and the first does the same by itself.
 * What is left out is up to the styles, by `data-brief` and `data-lines`.
 */
export function useOneLine(): RefObject<HTMLDivElement | null> {
  const controls = useRef<HTMLDivElement>(null)
  const frame = useRef(0)
  const told = useRef<string | null>(null)
  const fitSoon = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => controls.current && fit(controls.current))
  }, [])
  useLayoutEffect(() => {
    if (controls.current !== null) fit(controls.current)
  }, [])
  // To measure lays the whole page out anew: only when the bar says something else, and after its questions were asked.
  useEffect(() => {
    const text = controls.current?.textContent ?? null
    if (text !== told.current) fitSoon()
    told.current = text
  })
  useEffect(() => {
    const element = controls.current
    if (element === null) return
    // Names of values and the font come later than the controls.
    const observer = new ResizeObserver(fitSoon)
    for (const one of [element, ...element.children]) observer.observe(one)
    return () => {
      cancelAnimationFrame(frame.current)
      observer.disconnect()
    }
  }, [fitSoon])
  return controls
}

function fit(controls: HTMLDivElement): void {
  const [first] = controls.children
  if (!(first instanceof HTMLElement)) return
  // All in one line do not wrap: until they are measured they stand over each other, and nothing below them moves.
  const isOneLine = (element: HTMLElement) => {
    if (element === controls) return element.scrollWidth <= element.clientWidth
    const control = element.querySelector('button')
    return control === null || element.offsetHeight < 1.5 * control.offsetHeight
  }
  for (const [place, element] of [controls, first].entries()) {
    controls.dataset.lines = String(place + 1)
    for (const brief of briefer) {
      controls.dataset.brief = brief
      if (isOneLine(element)) return
    }
  }
}
