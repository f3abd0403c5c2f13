import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../ask/http.ts'
import { Note } from './note.tsx'
import classes from './refusal-note.module.css'
import { type RefusalWords, refusalWords } from './refusal-words.ts'

/** What happened in words, again in others when the page changes its language. */
export function useRefusalWords(): (error: Error) => RefusalWords {
  useTranslation()
  return refusalWords
}

/** The words of a refusal where it happened: in the reader's language, and below them what the server names. */
export function RefusalText({ error }: { error: Error }) {
  const { text, detail } = useRefusalWords()(error)
  return (
    <>
      {text}
      {detail === undefined ? null : (
        <span className={classes.detail} lang="en">
          {detail}
        </span>
      )}
    </>
  )
}

/** A refused question: what happened, and trying again. */
export function RefusalNote({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { title } = useRefusalWords()(error)
  const isSilent = error instanceof Refusal && error.code === 'unreachable'
  return (
    <Note
      tone="bad"
      icon={isSilent ? <IconPlugConnectedX size={20} /> : <IconAlertTriangle size={20} />}
      title={title}
      actions={
        onRetry === undefined ? undefined : (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
            {t('word.retry')}
          </Button>
        )
      }
    >
      <RefusalText error={error} />
    </Note>
  )
}
