import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Benchmark } from '../../ask/use-benchmark.ts'
import { usePage } from '../panel/page-context.ts'
import { Sparkline } from './sparkline.tsx'
import { placeOfBenchmark } from './spec.ts'
import classes from './view.module.css'
import { CardHead, isHeadline, noWord } from './view.tsx'

/** Cards whose numbers are on their way: whatever they will tell has its place, so that nothing moves when it comes. */
export function CardsWaiting({
  title,
  metrics,
  isCompared,
  benchmark,
}: {
  /** Of the panel. */
  title: string
  metrics: readonly string[]
  isCompared: boolean
  benchmark: Benchmark | undefined
}) {
  const { t } = useTranslation()
  const page = usePage()
  const isAlone = metrics.length === 1
  const change = isCompared ? <Awaited className={classes.change} width={56} /> : null
  const benchmarkOf = (metric: string) => {
    const place = placeOfBenchmark(benchmark?.[metric], page.metrics.get(metric)?.additive ?? false)
    if (place === undefined) return null
    return (
      <span key={metric} className={classes.benchmark}>
        <Awaited width={96} />
        {place.hasBand ? <span className={classes.band} /> : null}
      </span>
    )
  }
  const loading = (
    <span className={classes.hidden} role="status">
      {t('panel.loading', { title })}
    </span>
  )
  if (isHeadline(metrics, page.about)) {
    return (
      <div className={classes.headline}>
        <Awaited className={classes.headline_value} width={128} />
        {change}
        {isCompared ? (
          <span className={classes.headline_before}>
            <Awaited width={160} />
          </span>
        ) : null}
        {metrics.map(benchmarkOf)}
        {loading}
      </div>
    )
  }
  return (
    <>
      {loading}
      <ul className={classes.cards}>
        {metrics.map((metric) => (
          <li key={metric} className={classes.card}>
            <CardHead metric={metric} title={isAlone ? title : (page.metrics.get(metric)?.title ?? metric)} />
            <div className={classes.numbers}>
              <Awaited className={classes.value} width={88} />
              {change}
              {benchmarkOf(metric)}
            </div>
            <Sparkline values={[]} running={-1} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** As high as the words that will stand there. */
function Awaited({ className, width }: { className?: string | undefined; width: number }) {
  return (
    <Skeleton component="span" className={`${classes.awaited} ${className ?? ''}`} width={width} radius="sm">
      {noWord}
    </Skeleton>
  )
}
