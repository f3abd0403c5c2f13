import { Loader } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Derivation, derivation } from '../../../ask/settings.ts'
import classes from './form.module.css'

/** To be called when something was saved that facts depend on: the page then tells how far they are. */
export function useFollowDerivation(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    // The server may be done before it is asked for the first time: the reader still hears of it.
    client.setQueryData<Derivation>(derivation.queryKey, { status: 'running', done: 0, of: 0 })
    await client.invalidateQueries({ queryKey: derivation.queryKey })
  }
}

/** While facts are derived again by what was set: how far they are, and then that they are done. Else nothing. */
export function DerivationNote() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const state = useQuery(derivation).data
  const [wasRunning, setWasRunning] = useState(false)
  const isRunning = state?.status === 'running'
  useEffect(() => {
    if (isRunning) setWasRunning(true)
    // What was answered before was answered by what held before.
    else if (wasRunning) void client.invalidateQueries({ queryKey: ['query'] })
  }, [isRunning, wasRunning, client])
  if (!isRunning && !wasRunning) return null
  return (
    <div className={classes.derivation} role="status">
      {state === undefined || isRunning ? (
        <>
          <Loader size={14} color="var(--accent)" />
          <span>
            {state === undefined || state.of === 0
              ? t('settings.deriving_soon')
              : t('settings.deriving', { done: state.done, of: state.of })}
          </span>
          {state === undefined || state.of === 0 ? null : (
            <progress
              className={classes.progress}
              value={state.done}
              max={state.of}
              aria-label={t('settings.progress')}
            />
          )}
        </>
      ) : (
        <>
          <IconCheck size={16} color="var(--good)" aria-hidden="true" />
          <span>{t('settings.derived')}</span>
        </>
      )}
    </div>
  )
}
