import { Button, Select } from '@mantine/core'
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
import { ScrollRegion } from '../../../ui/parts/scroll-region.tsx'
import settings from '../../../ui/parts/settings.module.css'
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
      <ScrollRegion className={settings.scroll} label={t('members.title')}>
        <table className={settings.table}>
          <thead>
            <tr>
              <th scope="col">{t('members.name')}</th>
              <th scope="col">{t('members.organization')}</th>
              <th scope="col">{t('members.role')}</th>
              <th scope="col">
                <span className={settings.hidden}>{t('members.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={`${member.id} ${member.organization_id}`}>
                <th scope="row">
                  {member.name}
                  {member.id === account?.user?.id ? <span className={settings.beside}>{t('members.you')}</span> : null}
                  <div className={settings.faint} style={{ fontWeight: 400 }}>
                    {member.email}
                  </div>
                </th>
                <td>{nameOf.get(member.organization_id) ?? '–'}</td>
                <td>
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
                </td>
                <td className={settings.end} style={{ whiteSpace: 'nowrap' }}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    mr={6}
                    aria-label={`${t('members.new_link')}: ${member.name}`}
                    onClick={() => linking.mutate(member)}
                  >
                    {t('members.new_link')}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${t('members.remove')}: ${member.name}`}
                    onClick={() => onRemove(member)}
                  >
                    {t('members.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <InvitationWindow invitation={invitation} onClose={() => setInvitation(undefined)} />
    </>
  )
}
