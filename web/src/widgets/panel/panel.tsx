import { Skeleton } from '@mantine/core'
import { Suspense, useCallback, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitledPanel } from '../../ask/catalogue.ts'
import { useAnswer } from '../../ask/use-answer.ts'
import { metricsOf, questionOf } from '../../ask/view/question.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { useScheme } from '../../ui/tokens/use-scheme.ts'
import type { Drawing, Picture } from '../drawing.ts'
import { kinds } from '../kinds.ts'
import { DefinitionButton } from './definition.tsx'
import { downloadCsv, downloadPicture } from './download.ts'
import { Freshness, freshness } from './freshness.tsx'
import { usePage } from './page-context.ts'
import classes from './panel.module.css'
import { PanelBody } from './panel-body.tsx'
import { PanelMenu } from './panel-menu.tsx'
import { useRecords } from './records-context.ts'

const refreshMs = 60_000

/** One panel of a page: asks its question and draws the answer by its kind, with all that can be done with it. */
export function Panel({ panel }: { panel: TitledPanel }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const scheme = useScheme()
  const page = usePage()
  const openRecords = useRecords()
  const heading = useId()
  const picture = useRef<Picture | undefined>(undefined)
  const { view, zone, picked } = page
  const question = useMemo(
    () => questionOf(panel, view, { zone, picked, now: Date.now() }),
    [panel, view, zone, picked],
  )
  const isMoving = 'group' in view.range && (view.range.group.endsWith('to_date') || view.range.group === 'today')
  const asking = useAnswer(question, isMoving ? { refetchIntervalMs: refreshMs } : {})
  const metrics = metricsOf(panel, picked)
  const pickedTitle =
    panel.metrics.includes('$picked') && picked !== undefined ? page.metrics.get(picked)?.title : undefined
  const title = pickedTitle === undefined ? panel.title : `${pickedTitle} · ${panel.title}`
  const drawing = useMemo<Drawing | undefined>(
    () =>
      asking.answer === undefined
        ? undefined
        : {
            kind: panel.kind,
            title,
            answer: asking.answer,
            granularity: question.granularity,
            cycle: question.cycle,
            metrics: page.metrics,
            dimensions: page.dimensions,
            language,
            scheme,
            words: {
              none: t('word.no_value'),
              other: t('word.other'),
              total: t('word.total'),
              before: t('panel.previous'),
              running: t('panel.running'),
              time: t('panel.time'),
              hour: t('panel.hour'),
            },
          },
    [asking.answer, panel.kind, title, question, page.metrics, page.dimensions, language, scheme, t],
  )
  const kind = kinds[panel.kind]
  const isTable = kind.isChart && view.tables.includes(panel.id)
  const { View } = isTable ? kinds.table : kind
  const height = kind.heightOf(panel)
  const onPicture = useCallback((next: Picture | undefined) => {
    picture.current = next
  }, [])
  const body = (
    <PanelBody asking={asking} drawing={drawing} title={title} height={height} isBare={panel.kind === 'cards'}>
      {(shown) => (
        <Suspense fallback={<Skeleton height={height} radius="sm" />}>
          <View drawing={shown} height={height} onPick={openRecords} onPicture={onPicture} />
        </Suspense>
      )}
    </PanelBody>
  )
  if (panel.kind === 'cards') {
    return (
      <section className={classes.bare} data-width={panel.width} aria-label={title} aria-busy={asking.isWorking}>
        {body}
      </section>
    )
  }
  const toggleTable = () =>
    page.change({
      ...view,
      tables: isTable ? view.tables.filter((id) => id !== panel.id) : [...view.tables, panel.id],
    })
  const fresh = { asOf: asking.answer?.as_of, zone: asking.answer?.time_zone ?? zone }
  return (
    <section className={classes.panel} data-width={panel.width} aria-labelledby={heading} aria-busy={asking.isWorking}>
      <header className={classes.head}>
        <h2 className={classes.title} id={heading}>
          {pickedTitle === undefined ? null : <>{pickedTitle} </>}
          <span className={pickedTitle === undefined ? undefined : classes.soft}>{panel.title}</span>
        </h2>
        <DefinitionButton metrics={metrics} title={title} />
        <PanelMenu
          title={title}
          isTable={isTable}
          onTable={kind.isChart ? toggleTable : undefined}
          onCsv={() => downloadCsv(question, title, language)}
          onPicture={
            kind.isChart && !isTable
              ? () => downloadPicture(picture.current, { title, scheme, foot: freshness(fresh, language, t) })
              : undefined
          }
          onRecords={
            metrics[0] === undefined
              ? undefined
              : () =>
                  openRecords({
                    metric: metrics[0] ?? '',
                    title: page.metrics.get(metrics[0] ?? '')?.title ?? title,
                    filters: [],
                  })
          }
        />
      </header>
      {body}
      <Freshness {...fresh} />
    </section>
  )
}
