import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../ask/answer.ts'
import type { Snapshot } from '../../ask/live.ts'
import { exact } from '../../ui/formats/value.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { columnsSpec } from '../../widgets/bar/columns-spec.ts'
import { TimeChart } from '../../widgets/line/view.tsx'
import { DefinitionButton } from '../../widgets/panel/definition.tsx'
import { LeftOutNote } from '../../widgets/panel/left-out.tsx'
import { usePage } from '../../widgets/panel/page-context.ts'
import panel from '../../widgets/panel/panel.module.css'
import { useRecords } from '../../widgets/panel/records-context.ts'
import { useDrawing } from '../../widgets/panel/use-drawing.ts'
import classes from './scene.module.css'

const ofItsOwn = { kind: 'bar', window: 'last_60_minutes' } as const

/** The last hour of one metric, minute by minute; a bar opens what it counts. */
export function LastHour({ metric, snapshot }: { metric: string; snapshot: Snapshot }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { metrics } = usePage()
  const openRecords = useRecords()
  const heading = useId()
  const title = metrics.get(metric)?.title ?? metric
  const answer = useMemo(() => onlyOf(snapshot.minutes, metric), [snapshot.minutes, metric])
  const question = useMemo(
    () => ({ metrics: [metric], range: answer.range, granularity: 'minute' }),
    [metric, answer.range],
  )
  const drawing = useDrawing(ofItsOwn, {
    title: t('live.per_minute', { title }),
    question,
    answer,
    benchmark: undefined,
  })
  return (
    <section className={panel.panel} data-width={4} aria-labelledby={heading}>
      <header className={panel.head}>
        <h2 className={panel.title} id={heading}>
          {title} <span className={panel.soft}>{t('live.last_hour')}</span>
        </h2>
        <DefinitionButton metrics={[metric]} title={title} />
      </header>
      {snapshot.left_out.includes(metric) ? (
        <LeftOutNote metrics={[metric]} height={180} />
      ) : (
        <>
          <p className={classes.hour} data-metric={metric}>
            {exact(answer.totals[metric], 'count', language)}
          </p>
          {drawing === undefined ? null : (
            <TimeChart drawing={drawing} height={150} onPick={openRecords} specOf={columnsSpec} />
          )}
        </>
      )}
    </section>
  )
}

/** An answer to several metrics as if it were asked for one. */
function onlyOf(answer: Answer, metric: string): Answer {
  const kept = answer.columns.flatMap(({ id, role }, at) => (role !== 'metric' || id === metric ? [at] : []))
  return {
    ...answer,
    columns: answer.columns.filter((_, at) => kept.includes(at)),
    rows: answer.rows.map((row) => row.filter((_, at) => kept.includes(at))),
    totals: { [metric]: answer.totals[metric] ?? null },
    comparison: null,
  }
}
