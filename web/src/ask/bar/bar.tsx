import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconDots, IconDownload, IconLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../ui/parts/copy-text.ts'
import { shortcut } from '../../ui/parts/shortcuts.ts'
import classes from './bar.module.css'
import { type BarProps, ClearButton, FilterControls, MetricChoice, ViewChoices } from './choices.tsx'
import { RangePicker } from './range-picker.tsx'
import { Sheet } from './sheet.tsx'
import { useOneLine } from './use-one-line.ts'
import { ViewItems, ViewsMenu } from './views-menu.tsx'

/** The one bar of a page of numbers: it stays in sight, and everything on it is in the address. */
export function Bar(props: BarProps) {
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  return (
    <div className={classes.bar} role="toolbar" aria-orientation="horizontal">
      {isSmall ? <Sheet {...props} /> : <Controls {...props} />}
      <Actions {...props} isSmall={isSmall} />
    </div>
  )
}

function Controls(props: BarProps) {
  const { view, onChange, zone, hasRange = true } = props
  const controls = useOneLine()
  return (
    <div className={classes.controls} ref={controls}>
      <div className={classes.part}>
        <MetricChoice {...props} />
        {hasRange ? (
          <RangePicker range={view.range} zone={zone} onChange={(range) => onChange({ ...view, range })} />
        ) : null}
        <ViewChoices {...props} />
      </div>
      <div className={classes.part}>
        <span className={classes.rule} aria-hidden="true" />
        <FilterControls {...props} />
        <ClearButton {...props} />
      </div>
    </div>
  )
}

function Actions({ downloads, dashboard, view, isSmall }: BarProps & { isSmall: boolean }) {
  const { t } = useTranslation()
  const share = async () => {
    await copyText(window.location.href)
    notifications.show({ message: t('bar.shared'), autoClose: 3000 })
  }
  const items = (
    <>
      <Menu.Label>{t('bar.download')}</Menu.Label>
      {downloads.map(({ title, files }) => (
        <div key={title} className={classes.download} role="none">
          <span className={classes.download_title} aria-hidden="true" title={title}>
            {title}
          </span>
          {files.map(({ kind, run }) => (
            <Menu.Item
              key={kind}
              className={classes.download_file ?? ''}
              aria-label={t('bar.download_file', { title, kind: kind.toUpperCase() })}
              onClick={() => {
                run().catch(() => notifications.show({ color: 'red', message: t('panel.download_failed') }))
              }}
            >
              {kind.toUpperCase()}
            </Menu.Item>
          ))}
        </div>
      ))}
    </>
  )
  if (isSmall) {
    const menu = (views: ReactNode) => (
      <Menu position="bottom-end" width={340}>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={t('word.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void share()}>
            {t('bar.share')}
          </Menu.Item>
          {views}
          {items}
        </Menu.Dropdown>
      </Menu>
    )
    return dashboard === undefined ? (
      menu(null)
    ) : (
      <ViewItems key={dashboard} dashboard={dashboard} view={view}>
        {(views) => menu(views.items)}
      </ViewItems>
    )
  }
  return (
    <div className={classes.actions}>
      {dashboard === undefined ? null : <ViewsMenu key={dashboard} dashboard={dashboard} view={view} />}
      <Tooltip label={t('bar.share')}>
        <ActionIcon
          variant="default"
          size={34}
          onClick={() => void share()}
          aria-label={t('bar.share')}
          {...shortcut('share')}
        >
          <IconLink size={16} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" width={340}>
        <Menu.Target>
          <Tooltip label={t('bar.download')}>
            <ActionIcon variant="default" size={34} aria-label={t('bar.download')}>
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown mah="min(560px, 70vh)" style={{ overflowY: 'auto' }}>
          {items}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
