import { Button, Loader } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, discardMany, type Replayed, replayMany } from '../../ask/quarantine.ts'
import { Confirm } from '../../ui/parts/confirm.tsx'
import { RefusalText } from '../../ui/parts/refusal-note.tsx'
import classes from './scene.module.css'

/** What can be done with many events at once, and what became of each. */
export function Many({
  choice,
  count,
  label,
  onDone,
  onOpen,
}: {
  choice: Choice
  /** How many are chosen. */
  count: number
  /** How the choice is called on the buttons. */
  label: string
  onDone(): void
  onOpen(id: string): void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [soFar, setSoFar] = useState<Replayed>()
  const [isDiscarding, setIsDiscarding] = useState(false)
  const finish = async () => {
    onDone()
    await client.invalidateQueries({ queryKey: ['quarantine'] })
    await client.invalidateQueries({ queryKey: ['query'] })
  }
  const replaying = useMutation({
    mutationFn: () => replayMany(choice, setSoFar),
    onMutate: () => setSoFar(undefined),
    onSettled: finish,
  })
  const discarding = useMutation({
    mutationFn: () => discardMany(choice),
    onSuccess: async ({ discarded }) => {
      setIsDiscarding(false)
      notifications.show({ message: t('quarantine.discarded_many', { count: discarded }) })
      await finish()
    },
  })
  return (
    <>
      {count === 0 && !replaying.isPending ? null : (
        <div className={classes.many}>
          <span className={classes.many_label}>{label}</span>
          <Button size="xs" loading={replaying.isPending} onClick={() => replaying.mutate()}>
            {t('quarantine.replay_many', { count })}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            c="var(--bad)"
            disabled={replaying.isPending}
            onClick={() => setIsDiscarding(true)}
          >
            {t('quarantine.discard_many', { count })}
          </Button>
        </div>
      )}
      <div role="status">
        {replaying.isPending ? (
          <p className={classes.outcome}>
            <Loader size={14} color="var(--accent)" />
            {t('quarantine.replaying', { done: (soFar?.accepted ?? 0) + (soFar?.refused.length ?? 0), count })}
          </p>
        ) : null}
        {replaying.isSuccess ? (
          <Outcome replayed={replaying.data} onOpen={onOpen} onClose={() => replaying.reset()} />
        ) : null}
        {replaying.isError ? (
          <p className={classes.outcome}>
            <RefusalText error={replaying.error} />
          </p>
        ) : null}
      </div>
      <Confirm
        isOpen={isDiscarding}
        title={t('quarantine.discard_many_title', { count })}
        text={t('quarantine.discard_many_why')}
        action={t('quarantine.discard')}
        isPending={discarding.isPending}
        error={discarding.error}
        onConfirm={() => discarding.mutate()}
        onClose={() => setIsDiscarding(false)}
      />
    </>
  )
}

const mostShown = 20

function Outcome({
  replayed: { accepted, refused },
  onOpen,
  onClose,
}: {
  replayed: Replayed
  onOpen(id: string): void
  onClose(): void
}) {
  const { t } = useTranslation()
  return (
    <div className={classes.outcome_box}>
      <p className={classes.outcome}>
        <IconCheck size={16} color="var(--good)" aria-hidden="true" />
        {t('quarantine.accepted_many', { count: accepted })}
      </p>
      {refused.length === 0 ? null : (
        <>
          <p className={classes.outcome}>
            <IconAlertTriangle size={16} color="var(--bad)" aria-hidden="true" />
            {t('quarantine.refused_many', { count: refused.length })}
          </p>
          <ul className={classes.refused}>
            {refused.slice(0, mostShown).map(({ id, problems }) => (
              <li key={id}>
                {problems[0]?.message}{' '}
                <Button size="compact-xs" variant="subtle" onClick={() => onOpen(id)}>
                  {t('quarantine.mend')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button size="compact-xs" variant="subtle" leftSection={<IconX size={13} />} onClick={onClose}>
        {t('word.close')}
      </Button>
    </div>
  )
}
