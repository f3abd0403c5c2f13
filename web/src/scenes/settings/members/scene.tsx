import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../../ask/account.ts'
import { type Member, membersInSight, removeMember } from '../../../ask/members.ts'
import { Confirm } from '../../../ui/parts/confirm.tsx'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../../ui/parts/refusal-note.tsx'
import settings from '../../../ui/parts/settings.module.css'
import { TableSkeleton } from '../../../ui/parts/table-skeleton.tsx'
import { Invite } from './invite.tsx'
import { MembersTable } from './members-table.tsx'

/** Who may sign in here, and as what. */
export function MembersScene() {
  const { t } = useTranslation()
  const members = useQuery(membersInSight)
  const [isInviting, inviting] = useDisclosure(false)
  const [removing, setRemoving] = useState<Member>()
  return (
    <>
      <PageTitle title={t('members.title')} question={t('members.lead')}>
        <Button leftSection={<IconPlus size={16} />} onClick={inviting.open}>
          {t('members.invite')}
        </Button>
      </PageTitle>
      <div className={settings.panel}>
        {members.isPending ? (
          <TableSkeleton />
        ) : members.isError ? (
          <RefusalNote error={members.error} onRetry={() => void members.refetch()} />
        ) : (
          <MembersTable members={members.data} onRemove={setRemoving} />
        )}
      </div>
      <Invite isOpen={isInviting} onClose={inviting.close} />
      <RemoveMember removing={removing} onClose={() => setRemoving(undefined)} />
    </>
  )
}

function RemoveMember({ removing, onClose }: { removing: Member | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const own = useQuery(me).data?.user?.id
  const removal = useMutation({
    mutationFn: removeMember,
    onSuccess: async (_, { id }) => {
      onClose()
      notifications.show({ message: t('members.removed') })
      await client.invalidateQueries({ queryKey: id === own ? [] : membersInSight.queryKey })
    },
  })
  return (
    <Confirm
      isOpen={removing !== undefined}
      title={t('members.remove_title', { name: removing?.name ?? '' })}
      text={t('members.remove_why')}
      action={t('members.remove')}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => (removing === undefined ? undefined : removal.mutate(removing))}
      onClose={onClose}
    />
  )
}
