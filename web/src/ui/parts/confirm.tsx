import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RefusalText } from './refusal-note.tsx'
import { useWayBack } from './use-way-back.ts'

/** Asks before something that cannot be undone. */
export function Confirm({
  isOpen,
  title,
  text,
  action,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  isOpen: boolean
  title: string
  text: string
  action: string
  isPending: boolean
  error: Error | null
  onConfirm(): void
  onClose(): void
}) {
  const { t } = useTranslation()
  useWayBack(isOpen)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={440}
    >
      <Text size="sm" c="var(--ink-soft)">
        {text}
      </Text>
      {error === null ? null : (
        <Alert color="red" mt={12}>
          <RefusalText error={error} />
        </Alert>
      )}
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('word.cancel')}
        </Button>
        <Button color="red" loading={isPending} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
