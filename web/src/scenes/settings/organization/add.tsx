import { Modal, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { me, type Organization } from '../../../ask/account.ts'
import { ask } from '../../../ask/http.ts'
import { useForm } from '../../../ui/parts/use-form.ts'
import { WindowForm } from '../../../ui/parts/window-form.tsx'
import { ZoneField } from '../form/zone-field.tsx'

type NewOrganization = { readonly name: string; readonly parent_id: string; readonly time_zone: string }

/** Adds an organization below one's own, or below one of those. */
export function AddOrganization({
  isOpen,
  onClose,
  parents,
  own,
}: {
  isOpen: boolean
  onClose(): void
  /** Where there is room below. */
  parents: readonly Organization[]
  own: Organization
}) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('organization.add')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={460}
    >
      <AddForm parents={parents} own={own} onDone={onClose} />
    </Modal>
  )
}

function AddForm({ parents, own, onDone }: { parents: readonly Organization[]; own: Organization; onDone(): void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm<NewOrganization>({
    saved: { name: '', parent_id: own.id, time_zone: own.time_zone },
    pointers: ['/name', '/time_zone'],
    check: ({ name }): Record<string, string> => (name.trim() === '' ? { '/name': t('settings.required') } : {}),
    save: async (values) => {
      const body = { ...values, name: values.name.trim() }
      await ask('/v1/organizations', { method: 'POST', body })
      await client.invalidateQueries({ queryKey: me.queryKey })
      notifications.show({ message: t('organization.added', { name: body.name }) })
      onDone()
    },
  })
  const { values, set, errorAt } = form
  return (
    <WindowForm form={form} action={t('organization.add_now')} onCancel={onDone}>
      <TextInput
        label={t('organization.name')}
        data-autofocus
        maxLength={200}
        value={values.name}
        onChange={(event) => set({ ...values, name: event.currentTarget.value })}
        error={errorAt('/name')}
      />
      <Select
        label={t('organization.above')}
        searchable
        allowDeselect={false}
        value={values.parent_id}
        onChange={(parent) => set({ ...values, parent_id: parent ?? values.parent_id })}
        data={parents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ZoneField
        label={t('organization.zone')}
        value={values.time_zone}
        onChange={(zone) => set({ ...values, time_zone: zone })}
        error={errorAt('/time_zone')}
      />
    </WindowForm>
  )
}
