import { Alert, Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toFirstWrong } from './first-wrong.ts'
import { RefusalText } from './refusal-note.tsx'
import type { Form } from './use-form.ts'

/** A form in a window of its own: its fields, what the server refused, and the two ways out. `action` says what sending does. */
export function WindowForm<Values>({
  form,
  action,
  onCancel,
  onSaved,
  children,
}: {
  form: Form<Values>
  action: string
  onCancel(): void
  onSaved?(): void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    if (await form.submit()) onSaved?.()
    else toFirstWrong(element)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={16}>
        {children}
        {form.refusal === null ? null : (
          <Alert color="red" role="alert">
            <RefusalText error={form.refusal} />
          </Alert>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onCancel}>
            {t('word.cancel')}
          </Button>
          <Button type="submit" loading={form.isSaving}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
