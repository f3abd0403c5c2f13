import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLink, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removeTrackedUrl, type TrackedUrl, trackedUrlsOfOrganization } from '../../../ask/tracked-urls.ts'
import { Confirm } from '../../../ui/parts/confirm.tsx'
import { Note } from '../../../ui/parts/note.tsx'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../../ui/parts/refusal-note.tsx'
import settings from '../../../ui/parts/settings.module.css'
import { RowAction, SettingsTable } from '../../../ui/parts/settings-table.tsx'
import { TableSkeleton } from '../../../ui/parts/table-skeleton.tsx'
import { EditTrackedUrl } from './edit.tsx'
import classes from './tracked-urls.module.css'

/** The names that an organization gives to some of its pages. */
export function TrackedUrlsScene() {
  const { t } = useTranslation()
  const tracked = useQuery(trackedUrlsOfOrganization)
  const [edited, setEdited] = useState<TrackedUrl | null>()
  const [removing, setRemoving] = useState<TrackedUrl>()
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
      {t('tracked_urls.add')}
    </Button>
  )
  return (
    <>
      <PageTitle title={t('tracked_urls.title')} question={t('tracked_urls.lead')}>
        {add}
      </PageTitle>
      <div className={settings.panel}>
        {tracked.isPending ? (
          <TableSkeleton />
        ) : tracked.isError ? (
          <RefusalNote error={tracked.error} onRetry={() => void tracked.refetch()} />
        ) : tracked.data.length === 0 ? (
          <Note icon={<IconLink size={20} />} title={t('tracked_urls.empty')} actions={add}>
            {t('tracked_urls.empty_why')}
          </Note>
        ) : (
          <TrackedUrlsTable tracked={tracked.data} onEdit={setEdited} onRemove={setRemoving} />
        )}
      </div>
      <EditTrackedUrl edited={edited} onClose={() => setEdited(undefined)} />
      <RemoveTrackedUrl removing={removing} onClose={() => setRemoving(undefined)} />
    </>
  )
}

function TrackedUrlsTable({
  tracked,
  onEdit,
  onRemove,
}: {
  tracked: readonly TrackedUrl[]
  onEdit(one: TrackedUrl): void
  onRemove(one: TrackedUrl): void
}) {
  const { t } = useTranslation()
  return (
    <SettingsTable
      label={t('tracked_urls.title')}
      rows={tracked}
      keyOf={({ id }) => id}
      columns={[
        { title: t('tracked_urls.label'), kind: 'name', cell: ({ label }) => label },
        {
          title: t('tracked_urls.patterns'),
          cell: ({ patterns }) =>
            patterns.map((pattern) => (
              <code key={pattern} className={classes.pattern}>
                {pattern}
              </code>
            )),
        },
        {
          title: t('tracked_urls.actions'),
          kind: 'actions',
          cell: (one) => (
            <>
              <RowAction label={t('tracked_urls.change')} name={one.label} onClick={() => onEdit(one)} />
              <RowAction label={t('tracked_urls.remove')} name={one.label} onClick={() => onRemove(one)} />
            </>
          ),
        },
      ]}
    />
  )
}

function RemoveTrackedUrl({ removing, onClose }: { removing: TrackedUrl | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: removeTrackedUrl,
    onSuccess: async () => {
      onClose()
      notifications.show({ message: t('tracked_urls.removed') })
      for (const queryKey of [['tracked-urls'], ['query']]) await client.invalidateQueries({ queryKey })
    },
  })
  return (
    <Confirm
      isOpen={removing !== undefined}
      title={t('tracked_urls.remove_title', { name: removing?.label ?? '' })}
      text={t('tracked_urls.remove_warning')}
      action={t('tracked_urls.remove')}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => (removing === undefined ? undefined : removal.mutate(removing.id))}
      onClose={onClose}
    />
  )
}
