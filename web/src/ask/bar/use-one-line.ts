import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** What a bar leaves out, more with each: the days of a range with a name, words that are known without, icons beside words. */
const briefer = ['', 'days', 'days words', 'days words icons'] as const

/**
 * Keeps the controls of a bar in one line as long as there is a way to: what says least gives way first, whatever the language,
 * the screen and the page. Where nothing helps, the second part takes a line of its own and the first does the same by itself.
 * What is left out is up to the styles, by `data-brief` and `data-lines`.
 */
export function useOneLine(): RefObject<HTMLDivElement | null> {
  const controls = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (controls.current !== null) fit(controls.current)
  })
  useEffect(() => {
    const element = controls.current
    if (element === null) return
    let frame = 0
    // Names of values and the font come later than the controls.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => fit(element))
    })
    for (const one of [element, ...element.children]) observer.observe(one)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [])
  return controls
}

function fit(controls: HTMLDivElement): void {
  const [first] = controls.children
  if (!(first instanceof HTMLElement)) return
  const isOneLine = (element: HTMLElement) => {
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
