import { Alert, Button, Checkbox, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createKey, scopes } from '../../ask/keys.ts'
import { CopyCode } from '../../ui/parts/copy-code.tsx'
import { RefusalText } from '../../ui/parts/refusal-note.tsx'

/** Makes a key in two steps: what it may do, and then the key itself, which is shown this once. */
export function CreateKey({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation()
  const [key, setKey] = useState<string>()
  const close = () => {
    onClose()
    setKey(undefined)
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      // A key that was not copied is lost: a click beside the window does not throw it away.
      closeOnClickOutside={key === undefined}
      title={key === undefined ? t('keys.create') : t('keys.made')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={480}
    >
      {key === undefined ? (
        <KeyForm onMade={setKey} onCancel={close} />
      ) : (
        <Stack gap={16}>
          <Text size="sm" c="var(--ink-soft)">
            {t('keys.made_why')}
          </Text>
          <CopyCode code={key} label={t('keys.made')} />
          <Button onClick={close}>{t('word.done')}</Button>
        </Stack>
      )}
    </Modal>
  )
}

function KeyForm({ onMade, onCancel }: { onMade(key: string): void; onCancel(): void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'secret' | 'publishable'>('secret')
  const [chosen, setChosen] = useState<readonly string[]>(['ingest'])
  const [origins, setOrigins] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const list = origins.split(/\s+/).filter((origin) => origin !== '')
  const isWrong = kind === 'secret' ? chosen.length === 0 : list.length === 0
  const making = useMutation({
    mutationFn: () =>
      createKey({
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        kind,
        ...(kind === 'secret' ? { scopes: chosen } : { origins: list }),
      }),
    onSuccess: async (made) => {
      onMade(made.key)
      await client.invalidateQueries({ queryKey: ['keys'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (!isWrong) making.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={18}>
        <TextInput
          label={t('keys.name')}
          description={t('keys.name_hint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          data-autofocus
        />
        <Radio.Group
          label={t('keys.kind')}
          value={kind}
          onChange={(value) => setKind(value === 'publishable' ? 'publishable' : 'secret')}
        >
          <Stack gap={8} mt={6}>
            <Radio value="secret" label={t('keys.secret')} description={t('keys.secret_hint')} />
            <Radio value="publishable" label={t('keys.publishable')} description={t('keys.publishable_hint')} />
          </Stack>
        </Radio.Group>
        {kind === 'secret' ? (
          <Checkbox.Group
            label={t('keys.scopes')}
            value={[...chosen]}
            onChange={setChosen}
            error={isChecked && isWrong ? t('keys.scope_required') : undefined}
          >
            <Stack gap={8} mt={6} mb={6}>
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={t(`keys.scope.${scope}`)}
                  description={t(`keys.scope_hint.${scope}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : (
          <Textarea
            label={t('keys.origins')}
            description={t('keys.origins_hint')}
            value={origins}
            onChange={(event) => setOrigins(event.currentTarget.value)}
            autosize
            minRows={2}
            error={isChecked && isWrong ? t('keys.origins_required') : undefined}
          />
        )}
        {making.error === null ? null : (
          <Alert color="red">
            <RefusalText error={making.error} />
          </Alert>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onCancel}>
            {t('word.cancel')}
          </Button>
          <Button type="submit" loading={making.isPending}>
            {t('keys.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
