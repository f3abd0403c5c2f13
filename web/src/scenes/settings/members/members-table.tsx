import { Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../../ask/account.ts'
import {
  changeRole,
  type Invitation,
  invite,
  type Member,
  membersInSight,
  type Role,
  roles,
} from '../../../ask/members.ts'
import { useRefusalWords } from '../../../ui/parts/refusal-note.tsx'
import settings from '../../../ui/parts/settings.module.css'
import { RowAction, SettingsTable } from '../../../ui/parts/settings-table.tsx'
import { InvitationWindow } from './invite.tsx'

export function MembersTable({ members, onRemove }: { members: readonly Member[]; onRemove(member: Member): void }) {
  const { t } = useTranslation()
  const account = useQuery(me).data
  const words = useRefusalWords()
  const client = useQueryClient()
  const [invitation, setInvitation] = useState<Invitation>()
  const tell = (error: Error) => notifications.show({ color: 'red', message: words(error).text })
  const giving = useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Role }) => changeRole(member, role),
    onError: tell,
    onSuccess: () => notifications.show({ message: t('members.role_changed') }),
    onSettled: () => client.invalidateQueries({ queryKey: membersInSight.queryKey }),
  })
  const linking = useMutation({
    mutationFn: ({ email, name, role, organization_id }: Member) => invite({ email, name, role, organization_id }),
    onError: tell,
    onSuccess: setInvitation,
  })
  const nameOf = new Map((account?.organizations ?? []).map(({ id, name }) => [id, name]))
  return (
    <>
      <SettingsTable
        label={t('members.title')}
        rows={members}
        keyOf={({ id, organization_id }) => `${id} ${organization_id}`}
        columns={[
          {
            title: t('members.name'),
            kind: 'name',
            cell: ({ id, name, email }) => (
              <>
                {name}
                {id === account?.user?.id ? <span className={settings.beside}>{t('members.you')}</span> : null}
                {email === name ? null : (
                  <div className={settings.faint} style={{ fontWeight: 400 }}>
                    {email}
                  </div>
                )}
              </>
            ),
          },
          { title: t('members.organization'), cell: ({ organization_id }) => nameOf.get(organization_id) ?? '–' },
          {
            title: t('members.role'),
            cell: (member) => (
              <Select
                size="xs"
                w={150}
                aria-label={t('members.role_of', { name: member.name })}
                allowDeselect={false}
                value={member.role}
                data={roles.map((role) => ({ value: role, label: t(`members.roles.${role}`) }))}
                onChange={(role) =>
                  role === null || role === member.role ? undefined : giving.mutate({ member, role: role as Role })
                }
              />
            ),
          },
          {
            title: t('members.actions'),
            kind: 'actions',
            cell: (member) => (
              <>
                <RowAction label={t('members.new_link')} name={member.name} onClick={() => linking.mutate(member)} />
                <RowAction label={t('members.remove')} name={member.name} onClick={() => onRemove(member)} />
              </>
            ),
          },
        ]}
      />
      <InvitationWindow invitation={invitation} onClose={() => setInvitation(undefined)} />
    </>
  )
}
