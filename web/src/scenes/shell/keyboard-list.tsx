import { Kbd, Modal, Switch } from '@mantine/core'
import { useOs } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { periodKeys, shortcuts } from '../../ui/parts/shortcuts.ts'
import { useWayBack } from '../../ui/parts/use-way-back.ts'
import classes from './keyboard-list.module.css'

/** What each key does, and the switch for single ones. */
export function KeyboardList({
  isOpen,
  onClose,
  isOn,
  onSwitch,
}: {
  isOpen: boolean
  onClose(): void
  isOn: boolean
  onSwitch(isOn: boolean): void
}) {
  const { t } = useTranslation()
  useWayBack(isOpen)
  const os = useOs()
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
      onClose={onClose}
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
        onChange={(event) => onSwitch(event.currentTarget.checked)}
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
