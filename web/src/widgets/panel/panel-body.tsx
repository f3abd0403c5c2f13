import { Button } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asking } from '../../ask/use-answer.ts'
import { metricColumns } from '../../ask/view/question.ts'
import { Note } from '../../ui/parts/note.tsx'
import { RefusalNote, RefusalText, useRefusalWords } from '../../ui/parts/refusal-note.tsx'
import type { Drawing } from '../drawing.ts'
import { EmptyNote } from './empty-note.tsx'
import classes from './panel-body.module.css'

/** The inside of a panel in all its states: waiting, slow, stopped, refused, empty, old, and drawn. */
export function PanelBody({
  asking,
  drawing,
  height,
  isBare,
  waiting,
  children,
}: {
  asking: Asking
  drawing: Drawing | undefined
  height: number
  /** Without a frame around it. */
  isBare: boolean
  /** What stands where the drawing will be, of its size, so that nothing moves when it comes. */
  waiting: ReactNode
  children(drawing: Drawing): ReactNode
}) {
  return (
    <div
      className={classes.body}
      style={{ '--height': `${height}px` } as CSSProperties}
      data-drawn={drawing !== undefined}
      data-bare={isBare}
    >
      {asking.isSlow ? <Working onStop={asking.stop} /> : null}
      {asking.refusal === null ? null : drawing === undefined ? (
        <div className={classes.centre} data-bare={isBare}>
          <RefusalNote error={asking.refusal} onRetry={asking.retry} />
        </div>
      ) : (
        <RefusalStrip error={asking.refusal} onRetry={asking.retry} />
      )}
      {drawing === undefined ? (
        asking.refusal !== null ? null : asking.isStopped ? (
          <div className={classes.centre} data-bare={isBare}>
            <Stopped onRetry={asking.retry} />
          </div>
        ) : (
          waiting
        )
      ) : (
        <>
          {asking.isStopped && asking.isOld ? <StoppedStrip onRetry={asking.retry} /> : null}
          <div className={classes.drawn} data-old={asking.isOld}>
            {isEmpty(drawing) ? <EmptyNote drawing={drawing} height={height} /> : children(drawing)}
          </div>
        </>
      )}
    </div>
  )
}

/** Nothing was counted, neither here nor in the range it is compared with. Cards say so by themselves. */
function isEmpty({ kind, answer }: Drawing): boolean {
  if (kind === 'cards') return false
  const metrics = metricColumns(answer)
  const rows = [...answer.rows, ...(answer.comparison?.rows ?? [])]
  return rows.every((row) => metrics.every(({ at }) => row[at] === null || row[at] === 0 || row[at] === undefined))
}

function Working({ onStop }: { onStop(): void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.working} role="status">
      <span className={classes.progress} aria-hidden="true" />
      <span className={classes.working_words}>
        {t('panel.working')}
        <Button size="compact-xs" variant="default" leftSection={<IconPlayerStop size={12} />} onClick={onStop}>
          {t('panel.stop')}
        </Button>
      </span>
    </div>
  )
}

function Stopped({ onRetry }: { onRetry(): void }) {
  const { t } = useTranslation()
  return (
    <Note
      icon={<IconPlayerStop size={20} />}
      title={t('panel.stopped')}
      actions={
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('panel.run_again')}
        </Button>
      }
    />
  )
}

function StoppedStrip({ onRetry }: { onRetry(): void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.strip}>
      <span>
        {t('panel.stopped')} {t('panel.old')}
      </span>
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        {t('panel.run_again')}
      </Button>
    </div>
  )
}

function RefusalStrip({ error, onRetry }: { error: Error; onRetry(): void }) {
  const { t } = useTranslation()
  const { title } = useRefusalWords()(error)
  return (
    <div className={classes.strip} data-tone="bad" role="alert">
      <span>
        <strong>{title}.</strong> {t('panel.old')} <RefusalText error={error} />
      </span>
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        {t('word.retry')}
      </Button>
    </div>
  )
}
