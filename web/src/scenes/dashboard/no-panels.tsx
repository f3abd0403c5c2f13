import { Button } from '@mantine/core'
import { IconLayoutGridAdd, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DashboardPage } from '../../ask/catalogue.ts'
import { Note } from '../../ui/parts/note.tsx'

/** A dashboard that was saved before anything was put on it. */
export function NoPanels({ dashboard: { id, can_change } }: { dashboard: DashboardPage }) {
  const { t } = useTranslation()
  return (
    <Note
      icon={<IconLayoutGridAdd size={20} />}
      title={t('compose.empty')}
      actions={
        can_change ? (
          <Button
            size="xs"
            leftSection={<IconPencil size={14} />}
            renderRoot={(props) => <Link {...props} to="/compose/$id" params={{ id }} />}
          >
            {t('boards.edit')}
          </Button>
        ) : undefined
      }
    >
      {can_change ? t('compose.empty_why') : t('boards.empty_why')}
    </Note>
  )
}
