import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { Suspense, useEffect, useRef } from 'react'
import { late, NotFetchedToast } from '../../ui/parts/late.tsx'
import { keyOf, periodKeys, press, shortcuts } from '../../ui/parts/shortcuts.ts'
import { choosePeriod } from '../../widgets/panel/use-period-keys.ts'
import { openSearch } from './search-door.tsx'

const KeyboardList = late(
  async () => ({ default: (await import('./keyboard-list.tsx')).KeyboardList }),
  NotFetchedToast,
)

const requests = new EventTarget()

/** Shows the list of keys, for who has single keys switched off, or no keyboard at hand. */
export const openKeyboard = (): void => {
  requests.dispatchEvent(new Event('open'))
}

/** The keys of the keyboard: what each does, and the list of them on `?`. Single keys can be switched off. */
export function Keyboard() {
  const [isOpen, list] = useDisclosure(false)
  const [isOn, setIsOn] = useLocalStorage({
    key: 'parley-single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  useEffect(() => {
    if (!isOn) return
    const doesOf = new Map<string, () => void>([
      ['/', openSearch],
      ['?', list.open],
      ...shortcuts.map(([key, name]): [string, () => void] => [key, () => press(name)]),
      ...periodKeys.map(([key, group]): [string, () => void] => [key, () => choosePeriod(group)]),
    ])
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
      const does = doesOf.get(keyOf(event) ?? '')
      if (does === undefined) return
      event.preventDefault()
      does()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn, list])
  useEffect(() => {
    requests.addEventListener('open', list.open)
    return () => requests.removeEventListener('open', list.open)
  }, [list])
  // Comes when it is asked for, and stays then, to close as it opened.
  const wasOpen = useRef(false)
  wasOpen.current ||= isOpen
  return wasOpen.current ? (
    <Suspense fallback={null}>
      <KeyboardList isOpen={isOpen} onClose={list.close} isOn={isOn} onSwitch={setIsOn} />
    </Suspense>
  ) : null
}

/** Where keys are letters, or belong to what is open. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null)
