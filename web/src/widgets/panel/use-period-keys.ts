import { useEffect, useRef } from 'react'
import type { DateGroup, View } from '../../ask/view/view.ts'

const choices = new EventTarget()

/** Somebody struck the key of a period. */
export const choosePeriod = (group: DateGroup): void =>
  void choices.dispatchEvent(new CustomEvent('choose', { detail: group }))

/** A page that has a range takes the periods of the keyboard. */
export function usePeriodKeys(view: View, change: (view: View) => void, hasRange = true): void {
  const latest = useRef({ view, change })
  latest.current = { view, change }
  useEffect(() => {
    if (!hasRange) return
    const onChoose = ({ detail: group }: CustomEvent<DateGroup>) => {
      const now = latest.current
      now.change({ ...now.view, range: { group } })
    }
    choices.addEventListener('choose', onChoose as EventListener)
    return () => choices.removeEventListener('choose', onChoose as EventListener)
  }, [hasRange])
}
