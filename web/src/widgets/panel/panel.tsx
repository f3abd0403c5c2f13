import { Skeleton } from '@mantine/core'
import { namedMetrics, ownFilters } from '@parley/core/dashboards/panel-question.ts'
import { isShort } from '@parley/core/dashboards/window-range.ts'
import { Suspense, useCallback, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../ask/answer.ts'
import type { TitledPanel } from '../../ask/catalogue.ts'
import { useAnswer } from '../../ask/use-answer.ts'
import { useBenchmark } from '../../ask/use-benchmark.ts'
import { questionOf } from '../../ask/view/question.ts'
import { withPicked } from '../../ask/view/view.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { useScheme } from '../../ui/tokens/use-scheme.ts'
import { CardsWaiting } from '../cards/waiting.tsx'
import { filtersOfPick, type Gesture, type Picked, type Picture } from '../drawing.ts'
import { kinds } from '../kinds.ts'
import { RecordsBody } from '../records/view.tsx'
import { askedOfPanel } from './asked-of-panel.ts'
import { CurrenciesLine } from './currencies-line.tsx'
import { DefinitionButton } from './definition.tsx'
import { download } from './download.ts'
import { Freshness, freshness } from './freshness.tsx'
import { GoneNote } from './gone.tsx'
import { goneFrom } from './gone-from.ts'
import { LeftOutLine, LeftOutNote } from './left-out.tsx'
import { usePage } from './page-context.ts'
import classes from './panel.module.css'
import { PanelBody } from './panel-body.tsx'
import { PanelMenu } from './panel-menu.tsx'
import { useRecords } from './records-context.ts'
import { PanelSkeleton } from './skeleton.tsx'
import { useDrawing } from './use-drawing.ts'
import { useNow } from './use-now.ts'

const refreshMs = 60_000

/** A list of few rows takes no more room than this. */
const shortList = 180

/** Records are asked for in pages of their own. */
const nothingAsked: Question = { metrics: [], range: { group: 'today' } }

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
  const now = useNow(isShort(panel.window) ? refreshMs : undefined)
  const question = useMemo(
    () => questionOf(panel, view, { zone, picked, metrics: page.metrics, now }),
    [panel, view, zone, picked, page.metrics, now],
  )
  const { range } = question
  const isMoving = 'group' in range && (range.group.endsWith('to_date') || range.group === 'today')
  const isRecords = panel.kind === 'records'
  const isCards = panel.kind === 'cards'
  const asking = useAnswer(isRecords ? nothingAsked : question, {
    isPhrases: panel.kind === 'phrases',
    ...(isMoving ? { refetchIntervalMs: refreshMs } : {}),
  })
  const benchmark = useBenchmark(question, isCards && panel.window === null)
  const metrics = namedMetrics(panel, picked)
  const leftOut = metrics.filter((id) => !question.metrics.includes(id))
  const pickedTitle =
    panel.metrics.includes('$picked') && picked !== undefined ? page.metrics.get(picked)?.title : undefined
  const title = pickedTitle === undefined ? panel.title : `${pickedTitle} · ${panel.title}`
  const drawing = useDrawing(panel, { title, question, answer: asking.answer, benchmark })
  const kind = kinds[panel.kind]
  const isTable = kind.isChart && view.tables.includes(panel.id)
  const { View } = isTable ? kinds.table : kind
  const height = kind.heightOf(panel, page.about)
  const onPicture = useCallback((next: Picture | undefined) => {
    picture.current = next
  }, [])
  // What is opened is of this panel: of its own stretch of time, and of its own rows only.
  const ofPanel = (pick: Picked): Picked => ({
    ...(panel.window === null ? {} : { range }),
    ...pick,
    filters: [...pick.filters, ...ownFilters(panel)],
  })
  const openAt = (pick: Picked) => openRecords(ofPanel(pick))
  const onPick = (pick: Picked, gesture: Gesture) => {
    const filters = gesture === 'records' ? undefined : filtersOfPick(pick, page.filters)
    if (filters === undefined) openAt(pick)
    else page.change(withPicked(view, filters, { isAdded: gesture === 'also' }))
  }
  const drawn = (
    <PanelBody
      asking={asking}
      drawing={drawing}
      height={drawing !== undefined && kind.isList ? Math.min(height, shortList) : height}
      isBare={isCards}
      waiting={
        isCards ? (
          <CardsWaiting
            title={title}
            metrics={question.metrics}
            isCompared={question.compare !== undefined}
            benchmark={benchmark}
          />
        ) : (
          <PanelSkeleton height={height} label={t('panel.loading', { title })} />
        )
      }
    >
      {(shown) => (
        <Suspense fallback={<Skeleton height={height} radius="sm" />}>
          <View drawing={shown} height={height} onPick={onPick} onPicture={onPicture} />
          <LeftOutLine metrics={leftOut} />
          <CurrenciesLine answer={shown.answer} />
        </Suspense>
      )}
    </PanelBody>
  )
  const gone = goneFrom(panel, page)
  const body =
    gone.length > 0 ? (
      <GoneNote names={gone} height={height} />
    ) : question.metrics.length === 0 ? (
      <LeftOutNote metrics={leftOut} height={height} />
    ) : isRecords ? (
      <RecordsBody picked={ofPanel({ metric: metrics[0] ?? '', title, filters: [] })} columns={panel.columns} />
    ) : (
      drawn
    )
  if (isCards) {
    return (
      <section className={classes.bare} data-width={panel.width} aria-label={title} aria-busy={asking.isWorking}>
        {body}
      </section>
    )
  }
  const hasFile = gone.length === 0 && question.metrics.length > 0
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
          onFile={
            hasFile
              ? async (type) => {
                  const asked = askedOfPanel(panel, page)
                  if (asked !== undefined) await download(type, asked, title, language)
                }
              : undefined
          }
          onPicture={
            kind.isChart && !isTable
              ? async () => {
                  const { downloadPicture } = await import('./download-picture.ts')
                  await downloadPicture(picture.current, { title, scheme, foot: freshness(fresh, language, t) })
                }
              : undefined
          }
          onRecords={
            metrics[0] === undefined
              ? undefined
              : () =>
                  openAt({
                    metric: metrics[0] ?? '',
                    title: page.metrics.get(metrics[0] ?? '')?.title ?? title,
                    filters: [],
                  })
          }
        />
      </header>
      {body}
      {isRecords ? null : <Freshness {...fresh} />}
    </section>
  )
}
