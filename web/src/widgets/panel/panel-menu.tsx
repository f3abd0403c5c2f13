import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconChartLine,
  IconDots,
  IconFileTypeCsv,
  IconFileTypeXls,
  IconListSearch,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '../../ui/parts/refusal-note.tsx'
import type { FileKind } from './download.ts'
import classes from './panel-menu.module.css'

/** What else can be done with a panel. */
export function PanelMenu({
  title,
  isTable,
  onTable,
  onFile,
  onPicture,
  onRecords,
}: {
  title: string
  isTable: boolean
  onTable: (() => void) | undefined
  onFile: ((kind: FileKind) => Promise<void>) | undefined
  onPicture: (() => Promise<void>) | undefined
  onRecords: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const words = useRefusalWords()
  const download = (run: () => Promise<void>) => {
    run().catch((error: Error) => {
      notifications.show({ color: 'red', title: t('panel.download_failed'), message: words(error).text })
    })
  }
  return (
    <div className={classes.tools}>
      {onTable === undefined ? null : (
        <ActionIcon
          className={classes.tool ?? ''}
          size={28}
          onClick={onTable}
          aria-pressed={isTable}
          aria-label={`${isTable ? t('panel.as_chart') : t('panel.as_table')}: ${title}`}
          title={isTable ? t('panel.as_chart') : t('panel.as_table')}
        >
          {isTable ? <IconChartLine size={16} /> : <IconTable size={16} />}
        </ActionIcon>
      )}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('panel.menu', { title })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onTable === undefined ? null : (
            <Menu.Item leftSection={isTable ? <IconChartLine size={16} /> : <IconTable size={16} />} onClick={onTable}>
              {isTable ? t('panel.as_chart') : t('panel.as_table')}
            </Menu.Item>
          )}
          {onFile === undefined ? null : (
            <>
              <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => download(() => onFile('csv'))}>
                {t('panel.csv')}
              </Menu.Item>
              <Menu.Item leftSection={<IconFileTypeXls size={16} />} onClick={() => download(() => onFile('xlsx'))}>
                {t('panel.xlsx')}
              </Menu.Item>
            </>
          )}
          {onPicture === undefined ? null : (
            <Menu.Item leftSection={<IconPhoto size={16} />} onClick={() => download(onPicture)}>
              {t('panel.png')}
            </Menu.Item>
          )}
          {onRecords === undefined ? null : (
            <Menu.Item leftSection={<IconListSearch size={16} />} onClick={onRecords}>
              {t('panel.records')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
