import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../ask/http.ts'
import { Note } from './note.tsx'

/** What happened in words: the server's own where it gave some. */
export function useRefusalWords(): (error: Error) => { title: string; text: string } {
  const { t } = useTranslation()
  return (error) => {
    if (!(error instanceof Refusal)) return { title: t('problem.failed'), text: error.message }
    if (error.code === 'unreachable') return { title: t('problem.unreachable'), text: t('problem.unreachable_why') }
    if (error.code === 'unreadable') {
      return { title: t('problem.unreadable'), text: t('problem.unreadable_why', { status: error.status }) }
    }
    if (error.status === 403)
      return { title: t('problem.forbidden'), text: error.message || t('problem.forbidden_why') }
    const all = error.problems.map((problem) => problem.message)
    return { title: t('problem.failed'), text: all.length > 0 ? all.join(' ') : error.message }
  }
}

/** A refused question: what happened, and trying again. */
export function RefusalNote({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { title, text } = useRefusalWords()(error)
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
      {text}
    </Note>
  )
}
