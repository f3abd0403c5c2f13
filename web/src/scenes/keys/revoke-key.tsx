import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Key, revokeKey } from '../../ask/keys.ts'
import { Confirm } from '../../ui/parts/confirm.tsx'

/** Asks before a key is taken back: what uses it stops at that moment. */
export function RevokeKey({ revoking, onClose }: { revoking: Key | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: (id: string) => revokeKey(id),
    onSuccess: async () => {
      onClose()
      notifications.show({ message: t('keys.revoked_done') })
      await client.invalidateQueries({ queryKey: ['keys'] })
    },
  })
  return (
    <Confirm
      isOpen={revoking !== undefined}
      title={t('keys.revoke_title', { name: revoking?.name || revoking?.prefix || '' })}
      text={t('keys.revoke_why')}
      action={t('keys.revoke')}
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => (revoking === undefined ? undefined : revoke.mutate(revoking.id))}
      onClose={onClose}
    />
  )
}
