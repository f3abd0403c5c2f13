import { useEffect } from 'react'

/** Where the keyboard was last on the page itself: not in a menu or a window, which are gone when it is to come back. */
let place: HTMLElement | undefined
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.closest('[role=menu], [role=dialog]') === null) place = target
})

/** Longer than a window takes to close and to give the focus back by itself, where what opened it is still there. */
const closedMs = 250

/** A window that takes longer to close, on a machine that is busy, has the focus until it is gone. */
const mostTries = 8

function comeBack(place: HTMLElement | undefined, tries: number): void {
  setTimeout(() => {
    const now = document.activeElement
    if (now === document.body) place?.focus({ preventScroll: true })
    else if (tries > 1 && now?.closest('[role=dialog]')) comeBack(place, tries - 1)
  }, closedMs)
}

/** Brings the focus back to where it was before a window opened: from a menu, or by a key. Without `isOpen` it is open while drawn. */
export function useWayBack(isOpen = true): void {
  useEffect(() => {
    if (!isOpen) return
    const before = place
    return () => comeBack(before, mostTries)
  }, [isOpen])
}
