import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../ask/http.ts'
import { CopyCode } from '../../ui/parts/copy-code.tsx'
import { NotFetched, NotFetchedNote } from '../../ui/parts/late.tsx'
import { Note } from '../../ui/parts/note.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import classes from './scene.module.css'

/** What broke is the frame itself, or there is none. */
export function CrashAlone({ error }: { error: unknown }) {
  return (
    <main>
      <Crash error={error} />
    </main>
  )
}

/** A page that broke, or could not get what it needs at all: what happened, and trying again. */
export function Crash({ error: thrown }: { error: unknown }) {
  const { t } = useTranslation()
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const again = () => window.location.reload()
  if (error instanceof Refusal) {
    return (
      <div className={classes.crash}>
        <RefusalNote error={error} onRetry={again} />
      </div>
    )
  }
  if (isNotFetched(error)) {
    return (
      <div className={classes.crash}>
        <NotFetchedNote />
      </div>
    )
  }
  return (
    <div className={classes.crash}>
      <Note
        tone="bad"
        icon={<IconAlertTriangle size={20} />}
        title={t('problem.crashed')}
        actions={<Button onClick={again}>{t('problem.reload')}</Button>}
      >
        {t('problem.crashed_why')}
      </Note>
      <div className={classes.detail}>
        <CopyCode code={error.stack ?? error.message} label={t('problem.crashed')} />
      </div>
    </div>
  )
}

/** A whole page is fetched by the router, whose failures are those of the browser and of the bundler. */
const isNotFetched = (error: Error): boolean =>
  error instanceof NotFetched ||
  /dynamically imported module|importing a module script failed|preload CSS/i.test(error.message)
