import { Kbd, Modal, Switch } from '@mantine/core'
import { getHotkeyHandler, useDisclosure, useLocalStorage, useOs } from '@mantine/hooks'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { press, shortcuts } from '../../ui/parts/shortcuts.ts'
import classes from './keyboard.module.css'
import { openSearch } from './search-door.tsx'

const requests = new EventTarget()

/** Shows the list of keys, for who has single keys switched off, or no keyboard at hand. */
export const openKeyboard = (): void => {
  requests.dispatchEvent(new Event('open'))
}

/** The keys of the keyboard: what each does, and the list of them on `?`. Single keys can be switched off. */
export function Keyboard() {
  const { t } = useTranslation()
  const os = useOs()
  const [isOpen, list] = useDisclosure(false)
  const [isOn, setIsOn] = useLocalStorage({
    key: 'parley-single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  useEffect(() => {
    if (!isOn) return
    const handle = getHotkeyHandler([
      ['/', openSearch],
      ...shortcuts.map(([key, name]): [string, () => void] => [key, () => press(name)]),
    ])
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?') list.open()
      else handle(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn, list])
  useEffect(() => {
    requests.addEventListener('open', list.open)
    return () => requests.removeEventListener('open', list.open)
  }, [list])
  const mod = os === 'macos' || os === 'ios' ? '⌘' : 'Ctrl'
  const lines: readonly (readonly [keys: string, does: string])[] = [
    [`${mod} K`, t('keyboard.search')],
    [`${mod} B`, t('keyboard.navigation')],
    ...(isOn
      ? [
          ['/', t('keyboard.search')] as const,
          ...shortcuts.map(([key, name]) => [key.toUpperCase(), t(`keyboard.${name}`)] as const),
          ['?', t('keyboard.list')] as const,
        ]
      : []),
  ]
  return (
    <Modal
      opened={isOpen}
      onClose={list.close}
      title={t('keyboard.title')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <dl className={classes.list}>
        {lines.map(([keys, does]) => (
          <div key={keys} className={classes.line}>
            <dt>{does}</dt>
            <dd>
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{t('keyboard.charts')}</p>
      <Switch
        mt={16}
        label={t('keyboard.single')}
        checked={isOn}
        onChange={(event) => setIsOn(event.currentTarget.checked)}
      />
    </Modal>
  )
}

/** Where keys are letters, or belong to what is open. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null)
