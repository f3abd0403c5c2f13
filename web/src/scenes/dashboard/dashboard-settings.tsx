import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibilityChoice } from '../../ask/bar/visibility-choice.tsx'
import type { DashboardPage } from '../../ask/catalogue.ts'
import { changeDashboard, type SentHead } from '../../ask/dashboards.ts'
import { RefusalText } from '../../ui/parts/refusal-note.tsx'

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
  const client = useQueryClient()
  const [head, setHead] = useState<SentHead>({
    title: dashboard.title,
    question: dashboard.question,
    visibility: dashboard.visibility === 'organization' ? 'organization' : 'private',
  })
  const changing = useMutation({
    mutationFn: () => changeDashboard(dashboard.id, head),
    onSuccess: async () => {
      await Promise.all(['dashboards', 'views'].map((key) => client.invalidateQueries({ queryKey: [key] })))
      notifications.show({ message: t('compose.saved'), autoClose: 3000 })
      onClose()
    },
  })
  const isEmpty = head.title.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) changing.mutate()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('boards.settings')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={480}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap={16}>
          <TextInput
            label={t('compose.name')}
            value={head.title}
            maxLength={120}
            onChange={(event) => setHead({ ...head, title: event.currentTarget.value })}
            error={isEmpty ? t('compose.name_required') : undefined}
            data-autofocus
          />
          <Textarea
            label={t('compose.description')}
            description={t('compose.description_hint')}
            value={head.question}
            maxLength={300}
            autosize
            onChange={(event) => setHead({ ...head, question: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
          />
          <VisibilityChoice
            value={head.visibility}
            organization={organization}
            onChange={(visibility) => setHead({ ...head, visibility })}
          />
          {changing.error === null ? null : (
            <Alert color="red">
              <RefusalText error={changing.error} />
            </Alert>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('word.cancel')}
            </Button>
            <Button type="submit" loading={changing.isPending}>
              {t('compose.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
