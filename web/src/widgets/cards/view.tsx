import { Tooltip } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { toMetricSearch } from '../../ask/view/address.ts'
import type { WidgetProps } from '../drawing.ts'
import { DefinitionButton } from '../panel/definition.tsx'
import { usePage } from '../panel/page-context.ts'
import { Sparkline } from './sparkline.tsx'
import { type Band, type Card, cardsSpec } from './spec.ts'
import classes from './view.module.css'

/** Keeps the height of a line. */
export const noWord = '\u00a0'

/** Key numbers, each a door to its own page. One that stands alone is called as its panel. */
export function CardsView({ drawing }: WidgetProps) {
  const { about } = usePage()
  const cards = useMemo(() => cardsSpec(drawing), [drawing])
  const [only] = cards
  const metrics = cards.map(({ metric }) => metric)
  if (only !== undefined && isHeadline(metrics, about)) return <Headline card={only} />
  return (
    <ul className={classes.cards}>
      {cards.map((card) => (
        <li key={card.metric} className={classes.card}>
          <KeyNumber card={cards.length === 1 ? { ...card, title: drawing.title } : card} />
        </li>
      ))}
    </ul>
  )
}

/** Whether it is the one number of its own page, which says already what it is. */
export const isHeadline = (metrics: readonly string[], about: string | undefined): boolean =>
  metrics.length === 1 && metrics[0] === about

function KeyNumber({ card }: { card: Card }) {
  return (
    <>
      <CardHead metric={card.metric} title={card.title} />
      <div className={classes.numbers}>
        <Tooltip label={card.exact} disabled={card.exact === card.value}>
          <span className={classes.value}>{card.value}</span>
        </Tooltip>
        <ChangeMark card={card} />
        <BenchmarkMark card={card} />
      </div>
      <Sparkline values={card.line} running={card.running} />
    </>
  )
}

/** What a card is of, and its door. */
export function CardHead({ metric, title }: { metric: string; title: string }) {
  const { view } = usePage()
  return (
    <div className={classes.head}>
      <Link to="/metric/$id" params={{ id: metric }} search={toMetricSearch(view)} className={classes.link ?? ''}>
        {title}
      </Link>
      <DefinitionButton metrics={[metric]} title={title} className={classes.definition ?? ''} />
    </div>
  )
}

/** On its own page a number needs no name, no door and no line: it stands under its name and above its line. */
function Headline({ card }: { card: Card }) {
  const { t } = useTranslation()
  return (
    <div className={classes.headline}>
      <Tooltip label={card.exact} disabled={card.exact === card.value}>
        <span className={classes.headline_value}>{card.value}</span>
      </Tooltip>
      <ChangeMark card={card} />
      {card.isCompared ? (
        <span className={classes.headline_before}>
          {card.before === undefined ? noWord : t('panel.compared', { value: card.before })}
        </span>
      ) : null}
      <BenchmarkMark card={card} />
    </div>
  )
}

/** What other organizations have, where that is known; the band is for the eye, and in words on hover. */
function BenchmarkMark({ card: { benchmark } }: { card: Pick<Card, 'benchmark'> }) {
  const { t } = useTranslation()
  if (benchmark === undefined) return null
  const { kind, value, middle, band } = benchmark
  const hint = t(kind === 'mean' ? 'panel.benchmark_hint' : 'panel.benchmark_median_hint')
  const half = middle === undefined ? '' : t('panel.benchmark_middle', middle)
  return (
    <Tooltip label={[hint, half].filter((words) => words !== '').join('. ')} multiline maw={280}>
      <span className={classes.benchmark}>
        {t(kind === 'mean' ? 'panel.benchmark' : 'panel.benchmark_median', { value })}
        {half === '' ? null : <span className={classes.hidden}>{half}</span>}
        {band === undefined ? null : <BenchmarkBand band={band} />}
      </span>
    </Tooltip>
  )
}

/** The middle half of the organizations as a band, the benchmark as a tick in it, one's own number as a dot. */
function BenchmarkBand({ band: { from, to, tick, own } }: { band: Band }) {
  const at = (place: number) => `${place * 100}%`
  return (
    <span className={classes.band} aria-hidden="true">
      <span className={classes.band_middle} style={{ left: at(from), width: at(to - from) }} />
      <span className={classes.band_tick} style={{ left: at(tick) }} />
      {own === null ? null : <span className={classes.band_own} style={{ left: at(own) }} />}
    </span>
  )
}

/** The direction is an arrow and the size a number: colour only repeats what they say. */
export function ChangeMark({ card }: { card: Pick<Card, 'isCompared' | 'change' | 'before' | 'mood'> }) {
  const { t } = useTranslation()
  if (card.before === undefined) return card.isCompared ? <span className={classes.change}>{noWord}</span> : null
  if (card.change === null) {
    return (
      <Tooltip label={t('panel.compared', { value: card.before })}>
        <span className={classes.change}>–</span>
      </Tooltip>
    )
  }
  const { direction, text } = card.change
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus }[direction]
  return (
    <Tooltip label={t('panel.compared', { value: card.before })}>
      <span className={classes.change} data-mood={card.mood}>
        <Icon size={14} stroke={2.2} aria-hidden="true" />
        <span className={classes.hidden}>{t(`panel.${direction}`)}</span>
        {text}
        <span className={classes.hidden}>{t('panel.compared_with', { value: card.before })}</span>
      </span>
    </Tooltip>
  )
}
