import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useBlocker } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toFirstWrong } from '../../../ui/parts/first-wrong.ts'
import { RefusalText } from '../../../ui/parts/refusal-note.tsx'
import type { Form } from '../../../ui/parts/use-form.ts'
import { useModKey } from '../../../ui/parts/use-mod-key.ts'
import classes from './form.module.css'

/** A page of fields with one way to save them. Whoever leaves with something unsaved is asked. */
export function SettingsForm<Values>({
  form,
  saved,
  children,
}: {
  form: Form<Values>
  /** What is said when it is saved. */
  saved: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const element = useRef<HTMLFormElement>(null)
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (await form.submit()) notifications.show({ message: saved })
    else toFirstWrong(element.current)
  }
  useModKey('s', () => void (form.isChanged ? submit() : undefined))
  return (
    <form ref={element} onSubmit={(event) => void submit(event)} noValidate className={classes.form}>
      {children}
      {form.refusal === null ? null : (
        <Alert color="red" mt={16} role="alert">
          <RefusalText error={form.refusal} />
        </Alert>
      )}
      <div className={classes.bar} data-shown={form.isChanged}>
        <span role="status" className={classes.unsaved}>
          {form.isChanged ? t('settings.unsaved') : ''}
        </span>
        <Group gap={8}>
          <Button variant="default" disabled={!form.isChanged} onClick={form.reset}>
            {t('settings.discard')}
          </Button>
          <Button type="submit" disabled={!form.isChanged} loading={form.isSaving}>
            {t('settings.save')}
          </Button>
        </Group>
      </div>
      <LeaveGuard isChanged={form.isChanged} />
    </form>
  )
}

function LeaveGuard({ isChanged }: { isChanged: boolean }) {
  const { t } = useTranslation()
  const blocker = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  })
  const stay = () => blocker.reset?.()
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={stay}
      title={t('settings.leave_title')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={420}
    >
      <Text size="sm" c="var(--ink-soft)">
        {t('settings.leave_why')}
      </Text>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={stay} data-autofocus>
          {t('settings.stay')}
        </Button>
        <Button color="red" onClick={() => blocker.proceed?.()}>
          {t('settings.leave')}
        </Button>
      </Group>
    </Modal>
  )
}
