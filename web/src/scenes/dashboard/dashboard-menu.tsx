import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconDots, IconLock, IconPencil, IconSettings, IconTrash, IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DashboardPage } from '../../ask/catalogue.ts'
import { deleteDashboard } from '../../ask/dashboards.ts'
import { Confirm } from '../../ui/parts/confirm.tsx'
import { late, NotFetchedToast } from '../../ui/parts/late.tsx'
import classes from './dashboard-menu.module.css'

const DashboardSettings = late(
  async () => ({ default: (await import('./dashboard-settings.tsx')).DashboardSettings }),
  NotFetchedToast,
)

/** What else can be done with a dashboard: a copy of each, everything with one's own. */
export function DashboardMenu({ dashboard, organization }: { dashboard: DashboardPage; organization: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [open, setOpen] = useState<'settings' | 'delete'>()
  const { id, title, visibility, can_change } = dashboard
  const deleting = useMutation({
    mutationFn: () => deleteDashboard(id),
    onSuccess: async () => {
      await navigate({ to: '/' })
      notifications.show({ message: t('boards.deleted'), autoClose: 3000 })
      client.removeQueries({ queryKey: ['dashboards', id] })
      await Promise.all(['dashboards', 'views'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
  })
  const seen = visibility === 'private' ? t('boards.is_private') : t('boards.is_shared')
  return (
    <>
      {visibility === 'built_in' ? null : (
        <Tooltip label={seen}>
          <span className={classes.seen} role="img" aria-label={seen}>
            {visibility === 'private' ? <IconLock size={16} /> : <IconUsers size={16} />}
          </span>
        </Tooltip>
      )}
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <Tooltip label={t('boards.menu')}>
            <ActionIcon variant="default" size={34} aria-label={t('boards.menu')}>
              <IconDots size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {can_change ? (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} />}
                onClick={() => void navigate({ to: '/compose/$id', params: { id } })}
              >
                {t('boards.edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => setOpen('settings')}>
                {t('boards.settings')}
              </Menu.Item>
            </>
          ) : null}
          <Menu.Item
            leftSection={<IconCopy size={16} />}
            onClick={() => void navigate({ to: '/compose', search: { from: id } })}
          >
            {t('boards.duplicate')}
          </Menu.Item>
          {can_change ? (
            <Menu.Item c="var(--bad)" leftSection={<IconTrash size={16} />} onClick={() => setOpen('delete')}>
              {t('boards.delete')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {open === 'settings' ? (
          <DashboardSettings dashboard={dashboard} organization={organization} onClose={() => setOpen(undefined)} />
        ) : null}
      </Suspense>
      <Confirm
        isOpen={open === 'delete'}
        title={t('boards.delete_title', { title })}
        text={t('boards.delete_why')}
        action={t('boards.delete')}
        isPending={deleting.isPending}
        error={deleting.error}
        onConfirm={() => deleting.mutate()}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}
