import { Kbd, Modal, Switch } from '@mantine/core'
import { useDisclosure, useLocalStorage, useOs } from '@mantine/hooks'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, periodKeys, press, shortcuts } from '../../ui/parts/shortcuts.ts'
import { choosePeriod } from '../../widgets/panel/use-period-keys.ts'
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
  const mod = os === 'macos' || os === 'ios' ? '⌘' : 'Ctrl'
  const lines: readonly (readonly [does: string, ...keys: string[]])[] = [
    [t('keyboard.search'), `${mod} K`, ...(isOn ? ['/'] : [])],
    [t('keyboard.navigation'), `${mod} B`],
    ...(isOn
      ? [
          ...shortcuts.map(([key, name]) => [t(`keyboard.${name}`), key.toUpperCase()] as const),
          [t('keyboard.list'), '?'] as const,
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
        {lines.map(([does, ...keys]) => (
          <Line key={does} keys={keys} does={does} />
        ))}
      </dl>
      {isOn ? (
        <>
          <h3 className={classes.chapter}>{t('range.label')}</h3>
          <dl className={classes.list} data-columns={2}>
            {periodKeys.map(([key, group]) => (
              <Line key={key} keys={[key]} does={t(`range.${group}`)} />
            ))}
          </dl>
        </>
      ) : null}
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

function Line({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div className={classes.line}>
      <dt>{does}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  )
}

/** Where keys are letters, or belong to what is open. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null)
