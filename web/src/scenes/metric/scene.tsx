import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../ask/account.ts'
import { Bar } from '../../ask/bar/bar.tsx'
import { dimensionsIn, type MetricInfo, metricsIn, type TitledPanel } from '../../ask/catalogue.ts'
import { useIsBenchmarkTold } from '../../ask/use-benchmark.ts'
import { useRetry } from '../../ask/use-retry.ts'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { Definition } from '../../widgets/panel/definition.tsx'
import { filesOf } from '../../widgets/panel/files-of.ts'
import grid from '../../widgets/panel/grid.module.css'
import { NumbersPage } from '../../widgets/panel/numbers-page.tsx'
import { Panel } from '../../widgets/panel/panel.tsx'
import { usePeriodKeys } from '../../widgets/panel/use-period-keys.ts'
import { useView } from '../../widgets/panel/use-view.ts'
import { NothingHere } from '../not-found/scene.tsx'
import classes from './scene.module.css'

/** One metric on a page of its own: what it is, how it went, and what it is made of. */
export function MetricScene() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const retry = useRetry()
  const { id } = useParams({ from: '/shell/metric/$id' })
  const metrics = useQuery(metricsIn(language))
  const dimensions = useQuery(dimensionsIn(language))
  const account = useQuery(me)
  const isBenchmarkTold = useIsBenchmarkTold()
  const failed = metrics.error ?? dimensions.error
  if (failed !== null) return <RefusalNote error={failed} onRetry={retry} />
  if (!metrics.data || !dimensions.data || !account.data || !isBenchmarkTold) return <Skeleton height={400} mt={32} />
  const metric = metrics.data.get(id)
  if (metric === undefined) return <NothingHere title={t('metric.no_such', { id })} />
  return (
    <Metric
      key={id}
      metric={metric}
      metrics={metrics.data}
      dimensions={dimensions.data}
      ownZone={account.data.organization.time_zone}
    />
  )
}

function Metric({
  metric,
  metrics,
  dimensions,
  ownZone,
}: {
  metric: MetricInfo
  metrics: Parameters<typeof NumbersPage>[0]['metrics']
  dimensions: Parameters<typeof NumbersPage>[0]['dimensions']
  ownZone: string
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { view, change } = useView()
  usePeriodKeys(view, change)
  const zone = view.time_zone ?? ownZone
  const split = view.split !== undefined && metric.dimensions.includes(view.split) ? view.split : undefined
  const dimension = split === undefined ? undefined : (dimensions.get(split)?.title ?? split)
  const panels = useMemo(() => {
    const overTime = t('metric.over_time', { title: metric.title })
    const by = t('metric.by', { title: metric.title, dimension: inSentence(dimension ?? '') })
    const inNumbers = t('metric.in_numbers', { title: split === undefined ? overTime : by })
    return panelsOf(metric, split, { overTime, by, inNumbers })
  }, [metric, split, dimension, t])
  return (
    <NumbersPage
      view={view}
      change={change}
      zone={zone}
      picked={undefined}
      about={metric.id}
      filters={metric.dimensions}
      metrics={metrics}
      dimensions={dimensions}
    >
      <PageTitle title={metric.title} question={metric.what} />
      <Bar
        view={view}
        onChange={change}
        zone={zone}
        ownZone={ownZone}
        metrics={metrics}
        dimensions={dimensions}
        filters={metric.dimensions}
        picker={[]}
        splits={metric.dimensions}
        metric={metric.id}
        isComparable
        isOverTime
        downloads={filesOf(panels.slice(1), { view, zone, picked: undefined, metrics }, language)}
      />
      <div className={classes.page}>
        <div className={grid.grid}>
          {panels.map((panel) => (
            <Panel key={panel.id} panel={panel} />
          ))}
        </div>
        <aside className={classes.definition} aria-labelledby="definition">
          <h2 id="definition" className={classes.title}>
            {t('metric.definition')}
          </h2>
          <Definition metric={metric} isWhatKnown />
        </aside>
      </div>
    </NumbersPage>
  )
}

/** A title inside a sentence begins small, unless it is an abbreviation. */
const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase() + title.slice(1) : title

/** The panels of a metric's page are declared as those of any dashboard. */
function panelsOf(
  { id, title }: MetricInfo,
  split: string | undefined,
  titles: { readonly overTime: string; readonly by: string; readonly inNumbers: string },
): readonly TitledPanel[] {
  const dimensions = split === undefined ? [] : [split]
  const common = {
    metrics: [id],
    finest: null,
    cycle: 'sum',
    columns: null,
    window: null,
    only: null,
    width: 12,
  } as const
  return [
    { ...common, id: 'number', kind: 'cards', title, dimensions: [], granularity: 'auto' },
    {
      ...common,
      id: `over_time_${split ?? 'whole'}`,
      kind: 'line',
      title: titles.overTime,
      dimensions,
      granularity: 'auto',
    },
    ...(split === undefined
      ? []
      : ([{ ...common, id: `by_${split}`, kind: 'bar', title: titles.by, dimensions, granularity: null }] as const)),
    split === undefined
      ? { ...common, id: 'table', kind: 'table', title: titles.inNumbers, dimensions, granularity: 'auto' }
      : { ...common, id: `table_${split}`, kind: 'table', title: titles.inNumbers, dimensions, granularity: null },
  ]
}
