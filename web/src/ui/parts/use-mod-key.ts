import { useEffect, useRef } from 'react'
import { keyOf } from './shortcuts.ts'

/** Does something on Ctrl and a key (⌘ on a Mac), wherever the cursor is and whichever letters the keyboard writes. */
export function useModKey(key: string, does: () => void): void {
  const latest = useRef(does)
  latest.current = does
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || keyOf(event) !== key) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [key])
}
