import { Button, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../../ask/account.ts'
import { type Invitation, invite, membersInSight, type Role, roles } from '../../../ask/members.ts'
import { isLanguage, type Language, languageNames, languages } from '../../../ui/formats/language.ts'
import { moment } from '../../../ui/formats/time.ts'
import { browserZone } from '../../../ui/formats/zones.ts'
import { CopyCode } from '../../../ui/parts/copy-code.tsx'
import { useForm } from '../../../ui/parts/use-form.ts'
import { WindowForm } from '../../../ui/parts/window-form.tsx'
import { useLanguage } from '../../../ui/texts/use-language.ts'

/** Makes somebody a member, and shows the link that signs them in. */
export function Invite({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation()
  const [invitation, setInvitation] = useState<Invitation>()
  const close = () => {
    onClose()
    setInvitation(undefined)
  }
  if (invitation !== undefined) return <InvitationWindow invitation={invitation} onClose={close} />
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('members.invite')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={460}
    >
      <InviteForm onMade={setInvitation} onCancel={close} />
    </Modal>
  )
}

type Values = { readonly name: string; readonly email: string; readonly role: Role; readonly language: Language }

function InviteForm({ onMade, onCancel }: { onMade(invitation: Invitation): void; onCancel(): void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const client = useQueryClient()
  const account = useQuery(me).data
  const isOwner = account?.memberships.some(({ role }) => role === 'owner') ?? false
  const form = useForm<Values>({
    saved: { name: '', email: '', role: 'member', language },
    pointers: ['/name', '/email'],
    check: ({ name, email }) => ({
      ...(name.trim() === '' && { '/name': t('settings.required') }),
      ...(!/^[^\s@]+@[^\s@]+$/.test(email.trim()) && { '/email': t('welcome.email_invalid') }),
    }),
    save: async (values) => {
      const made = await invite({ ...values, name: values.name.trim(), email: values.email.trim() })
      await client.invalidateQueries({ queryKey: membersInSight.queryKey })
      onMade(made)
    },
  })
  const { values, set, errorAt } = form
  return (
    <WindowForm form={form} action={t('members.make_link')} onCancel={onCancel}>
      <TextInput
        label={t('members.name')}
        data-autofocus
        maxLength={200}
        value={values.name}
        onChange={(event) => set({ ...values, name: event.currentTarget.value })}
        error={errorAt('/name')}
      />
      <TextInput
        type="email"
        label={t('members.email')}
        maxLength={254}
        value={values.email}
        onChange={(event) => set({ ...values, email: event.currentTarget.value })}
        error={errorAt('/email')}
      />
      <Radio.Group
        label={t('members.role')}
        value={values.role}
        onChange={(role) => set({ ...values, role: role as Role })}
      >
        <Stack gap={8} mt={6}>
          {roles
            .filter((role) => role !== 'owner' || isOwner)
            .toReversed()
            .map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`members.roles.${role}`)}
                description={t(`members.roles_hint.${role}`)}
              />
            ))}
        </Stack>
      </Radio.Group>
      <Select
        label={t('shell.language')}
        allowDeselect={false}
        value={values.language}
        onChange={(chosen) => (isLanguage(chosen) ? set({ ...values, language: chosen }) : undefined)}
        data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
      />
    </WindowForm>
  )
}

/** The link, to be sent by whatever way the two use. It works once. */
export function InvitationWindow({ invitation, onClose }: { invitation: Invitation | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <Modal
      opened={invitation !== undefined}
      onClose={onClose}
      // A link that was not copied has to be made anew: a click beside the window does not throw it away.
      closeOnClickOutside={false}
      title={t('members.link_title', { name: invitation?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={520}
    >
      {invitation === undefined ? null : (
        <Stack gap={16}>
          <Text size="sm" c="var(--ink-soft)">
            {t('members.link_why', { until: moment(invitation.sign_in_link.expires_at, browserZone(), language) })}
          </Text>
          <CopyCode code={invitation.sign_in_link.url} label={t('members.link')} />
          <Button onClick={onClose}>{t('word.done')}</Button>
        </Stack>
      )}
    </Modal>
  )
}
