import { Button, Checkbox, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createKey, keysOfOrganization, scopes } from '../../ask/keys.ts'
import { CopyCode } from '../../ui/parts/copy-code.tsx'
import { useForm } from '../../ui/parts/use-form.ts'
import { WindowForm } from '../../ui/parts/window-form.tsx'

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
        <Stack gap={16} ref={toCopying}>
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

/** What had the focus is gone with the first step. */
const toCopying = (step: HTMLElement | null) => step?.querySelector<HTMLElement>('[data-autofocus]')?.focus()

type Values = {
  readonly name: string
  readonly kind: 'secret' | 'publishable'
  readonly scopes: readonly string[]
  /** As they are written: apart by any white space. */
  readonly origins: string
}

function KeyForm({ onMade, onCancel }: { onMade(key: string): void; onCancel(): void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm<Values>({
    saved: { name: '', kind: 'secret', scopes: ['ingest'], origins: '' },
    pointers: ['/name'],
    check: ({ kind, scopes: chosen, origins }) => ({
      ...(kind === 'secret' && chosen.length === 0 && { '/scopes': t('keys.scope_required') }),
      ...(kind === 'publishable' && origins.trim() === '' && { '/origins': t('keys.origins_required') }),
    }),
    save: async ({ name, kind, scopes: chosen, origins }) => {
      const made = await createKey({
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        kind,
        ...(kind === 'secret' ? { scopes: chosen } : { origins: origins.trim().split(/\s+/) }),
      })
      onMade(made.key)
      await client.invalidateQueries({ queryKey: keysOfOrganization.queryKey })
    },
  })
  const { values, set, errorAt } = form
  return (
    <WindowForm form={form} action={t('keys.create')} onCancel={onCancel}>
      <TextInput
        label={t('keys.name')}
        description={t('keys.name_hint')}
        value={values.name}
        onChange={(event) => set({ ...values, name: event.currentTarget.value })}
        error={errorAt('/name')}
        maxLength={100}
        data-autofocus
      />
      <Radio.Group
        label={t('keys.kind')}
        value={values.kind}
        onChange={(kind) => set({ ...values, kind: kind === 'publishable' ? 'publishable' : 'secret' })}
      >
        <Stack gap={8} mt={6}>
          <Radio value="secret" label={t('keys.secret')} description={t('keys.secret_hint')} />
          <Radio value="publishable" label={t('keys.publishable')} description={t('keys.publishable_hint')} />
        </Stack>
      </Radio.Group>
      {values.kind === 'secret' ? (
        <Checkbox.Group
          label={t('keys.scopes')}
          value={[...values.scopes]}
          onChange={(chosen) => set({ ...values, scopes: chosen })}
          error={errorAt('/scopes')}
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
          value={values.origins}
          onChange={(event) => set({ ...values, origins: event.currentTarget.value })}
          autosize
          minRows={2}
          error={errorAt('/origins')}
        />
      )}
    </WindowForm>
  )
}
