import { ActionIcon, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLink, IconLock, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../ui/parts/confirm.tsx'
import { copyText } from '../../ui/parts/copy-text.ts'
import { useWayBack } from '../../ui/parts/use-way-back.ts'
import { addressOf, deleteView, type NamedView } from '../named-views.ts'
import classes from './bar.module.css'
import { SaveView } from './save-view.tsx'

/** The named views of a dashboard, each to be renamed, shared, sent on and deleted. */
export function ManageViews({ views, onClose }: { views: readonly NamedView[]; onClose(): void }) {
  const { t } = useTranslation()
  useWayBack()
  const client = useQueryClient()
  const [changing, setChanging] = useState<NamedView>()
  const [leaving, setLeaving] = useState<NamedView>()
  const deleting = useMutation({
    mutationFn: ({ id }: NamedView) => deleteView(id),
    onSuccess: async () => {
      setLeaving(undefined)
      notifications.show({ message: t('views.deleted'), autoClose: 3000 })
      await client.invalidateQueries({ queryKey: ['views'] })
    },
  })
  const copy = async (view: NamedView) => {
    await copyText(addressOf(view))
    notifications.show({ message: t('views.copied'), autoClose: 3000 })
  }
  return (
    <>
      <Modal
        opened={changing === undefined && leaving === undefined}
        onClose={onClose}
        title={t('views.manage')}
        closeButtonProps={{ 'aria-label': t('word.close') }}
        size={520}
      >
        <ul className={classes.views}>
          {views.map((view) => (
            <li key={view.id}>
              {view.visibility === 'private' ? (
                <IconLock size={15} role="img" aria-label={t('compose.private')} />
              ) : (
                <IconUsers size={15} role="img" aria-label={t('boards.is_shared')} />
              )}
              <span>{view.name}</span>
              <ActionIcon aria-label={t('views.copy', { name: view.name })} onClick={() => void copy(view)}>
                <IconLink size={16} />
              </ActionIcon>
              {view.can_change ? (
                <>
                  <ActionIcon aria-label={t('views.edit', { name: view.name })} onClick={() => setChanging(view)}>
                    <IconPencil size={16} />
                  </ActionIcon>
                  <ActionIcon aria-label={t('views.delete', { name: view.name })} onClick={() => setLeaving(view)}>
                    <IconTrash size={16} />
                  </ActionIcon>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </Modal>
      {changing === undefined ? null : (
        <SaveView start={changing} id={changing.id} onClose={() => setChanging(undefined)} />
      )}
      <Confirm
        isOpen={leaving !== undefined}
        title={t('views.delete_title', { name: leaving?.name ?? '' })}
        text={t('views.delete_why')}
        action={t('boards.delete')}
        isPending={deleting.isPending}
        error={deleting.error}
        onConfirm={() => leaving !== undefined && deleting.mutate(leaving)}
        onClose={() => setLeaving(undefined)}
      />
    </>
  )
}
