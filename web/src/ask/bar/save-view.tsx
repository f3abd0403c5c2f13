import { Modal, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../ui/parts/use-form.ts'
import { useWayBack } from '../../ui/parts/use-way-back.ts'
import { WindowForm } from '../../ui/parts/window-form.tsx'
import { me } from '../account.ts'
import { changeView, createView, type NewNamedView, namedViews } from '../named-views.ts'
import { VisibilityChoice } from './visibility-choice.tsx'

/** Gives a view a name, or another one. */
export function SaveView({
  start,
  id,
  onClose,
}: {
  start: NewNamedView
  /** Of one that there is. */
  id?: string
  onClose(): void
}) {
  const { t } = useTranslation()
  useWayBack()
  const client = useQueryClient()
  const account = useQuery(me).data
  const form = useForm({
    saved: { name: start.name, visibility: start.visibility },
    pointers: ['/name'],
    check: ({ name }) => (name.trim() === '' ? { '/name': t('views.name_required') } : {}),
    save: async (values) => {
      await (id === undefined ? createView({ ...start, ...values }) : changeView(id, values))
      await client.invalidateQueries({ queryKey: namedViews.queryKey })
      notifications.show({ message: t('views.saved'), autoClose: 3000 })
    },
  })
  const { values, set, errorAt } = form
  return (
    <Modal
      opened
      onClose={onClose}
      title={id === undefined ? t('views.save') : t('views.edit', { name: start.name })}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={440}
    >
      <WindowForm form={form} action={t('compose.save')} onCancel={onClose} onSaved={onClose}>
        {id === undefined ? (
          <Text size="sm" c="var(--ink-soft)">
            {t('views.save_why')}
          </Text>
        ) : null}
        <TextInput
          label={t('views.name')}
          value={values.name}
          maxLength={200}
          onChange={(event) => set({ ...values, name: event.currentTarget.value })}
          error={errorAt('/name')}
          data-autofocus
        />
        <VisibilityChoice
          value={values.visibility}
          organization={account?.organization.name ?? ''}
          onChange={(visibility) => set({ ...values, visibility })}
        />
      </WindowForm>
    </Modal>
  )
}
