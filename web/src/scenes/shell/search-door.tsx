import { Suspense, useEffect, useState } from 'react'
import { late, NotFetchedToast } from '../../ui/parts/late.tsx'
import { useModKey } from '../../ui/parts/use-mod-key.ts'

// The search has a library of its own: it comes when the page is there, so that it is there when it is wanted.
const restMs = 1000
const Search = late(
  async () => ({ default: (await import('./search.tsx')).Search }),
  ({ wishes }) => (wishes === 0 ? null : <NotFetchedToast key={wishes} />),
)

const door = new EventTarget()

export const openSearch = (): void => void door.dispatchEvent(new Event('open'))

/** Where the search comes in, a moment after the page or when somebody wants it before. */
export function SearchDoor() {
  const [wishes, setWishes] = useState(0)
  const [isNear, setIsNear] = useState(false)
  useModKey('k', openSearch)
  useEffect(() => {
    const onOpen = () => setWishes((before) => before + 1)
    door.addEventListener('open', onOpen)
    const timer = setTimeout(() => setIsNear(true), restMs)
    return () => {
      door.removeEventListener('open', onOpen)
      clearTimeout(timer)
    }
  }, [])
  if (wishes === 0 && !isNear) return null
  return (
    <Suspense fallback={null}>
      <Search wishes={wishes} />
    </Suspense>
  )
}
