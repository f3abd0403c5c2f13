import { Modal, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { VisibilityChoice } from '../../ask/bar/visibility-choice.tsx'
import type { DashboardPage } from '../../ask/catalogue.ts'
import { changeDashboard, type SentHead } from '../../ask/dashboards.ts'
import { useForm } from '../../ui/parts/use-form.ts'
import { useWayBack } from '../../ui/parts/use-way-back.ts'
import { WindowForm } from '../../ui/parts/window-form.tsx'

/** Renames, describes or shares a dashboard, without going through its panels. */
export function DashboardSettings({
  dashboard,
  organization,
  onClose,
}: {
  dashboard: DashboardPage
  organization: string
  onClose(): void
}) {
  const { t } = useTranslation()
  useWayBack()
  const client = useQueryClient()
  const form = useForm<SentHead>({
    saved: {
      title: dashboard.title,
      question: dashboard.question,
      visibility: dashboard.visibility === 'organization' ? 'organization' : 'private',
    },
    pointers: ['/title', '/question'],
    check: ({ title }) => (title.trim() === '' ? { '/title': t('compose.name_required') } : {}),
    save: async (head) => {
      await changeDashboard(dashboard.id, head)
      await Promise.all(['dashboards', 'views'].map((key) => client.invalidateQueries({ queryKey: [key] })))
      notifications.show({ message: t('compose.saved'), autoClose: 3000 })
    },
  })
  const { values, set, errorAt } = form
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('boards.settings')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={480}
    >
      <WindowForm form={form} action={t('compose.save')} onCancel={onClose} onSaved={onClose}>
        <TextInput
          label={t('compose.name')}
          value={values.title}
          maxLength={120}
          onChange={(event) => set({ ...values, title: event.currentTarget.value })}
          error={errorAt('/title')}
          data-autofocus
        />
        <Textarea
          label={t('compose.description')}
          description={t('compose.description_hint')}
          value={values.question}
          maxLength={300}
          autosize
          onChange={(event) => set({ ...values, question: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
          error={errorAt('/question')}
        />
        <VisibilityChoice
          value={values.visibility}
          organization={organization}
          onChange={(visibility) => set({ ...values, visibility })}
        />
      </WindowForm>
    </Modal>
  )
}
