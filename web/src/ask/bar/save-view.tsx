import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '../../ui/parts/refusal-note.tsx'
import { me } from '../account.ts'
import { changeView, createView, type NewNamedView } from '../named-views.ts'
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
  const words = useRefusalWords()
  const client = useQueryClient()
  const account = useQuery(me).data
  const [name, setName] = useState(start.name)
  const [visibility, setVisibility] = useState(start.visibility)
  const [isChecked, setIsChecked] = useState(false)
  const isEmpty = name.trim() === ''
  const saving = useMutation({
    mutationFn: () =>
      id === undefined ? createView({ ...start, name, visibility }) : changeView(id, { name, visibility }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['views'] })
      notifications.show({ message: t('views.saved'), autoClose: 3000 })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (!isEmpty) saving.mutate()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={id === undefined ? t('views.save') : t('views.edit', { name: start.name })}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={440}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap={16}>
          {id === undefined ? (
            <Text size="sm" c="var(--ink-soft)">
              {t('views.save_why')}
            </Text>
          ) : null}
          <TextInput
            label={t('views.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isChecked && isEmpty ? t('views.name_required') : undefined}
            data-autofocus
          />
          <VisibilityChoice
            value={visibility}
            organization={account?.organization.name ?? ''}
            onChange={setVisibility}
          />
          {saving.error === null ? null : <Alert color="red">{words(saving.error).text}</Alert>}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('word.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('compose.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
