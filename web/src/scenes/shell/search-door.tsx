import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useState } from 'react'

// The search has a library of its own, and few pages are searched from.
const Search = lazy(() => import('./search.tsx').then((search) => ({ default: search.Search })))

const door = new EventTarget()

export const openSearch = (): void => void door.dispatchEvent(new Event('open'))

/** Where the search comes in, once somebody wants it. */
export function SearchDoor() {
  const [wishes, setWishes] = useState(0)
  useHotkeys([['mod+K', openSearch]], [])
  useEffect(() => {
    const onOpen = () => setWishes((before) => before + 1)
    door.addEventListener('open', onOpen)
    return () => door.removeEventListener('open', onOpen)
  }, [])
  if (wishes === 0) return null
  return (
    <Suspense fallback={null}>
      <Search wishes={wishes} />
    </Suspense>
  )
}
