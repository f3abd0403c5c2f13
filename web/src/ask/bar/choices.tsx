import { Button, Tooltip } from '@mantine/core'
import { automaticGranularity } from '@parley/core/time/automatic.ts'
import { IconCalendar, IconChartBar, IconEraser, IconGitCompare, IconRuler2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcut } from '../../ui/parts/shortcuts.ts'
import type { DimensionInfo, MetricInfo } from '../catalogue.ts'
import { endsOf, isOffered, msOf } from '../view/range.ts'
import { cleared, comparisons, granularities, isPlain, type View } from '../view/view.ts'
import classes from './bar.module.css'
import { Choice } from './choice.tsx'
import { Filters } from './filters.tsx'
import { ZonePicker } from './zone-picker.tsx'

export type BarProps = {
  readonly view: View
  onChange(view: View): void
  readonly zone: string
  /** The organization's zone. */
  readonly ownZone: string
  readonly metrics: ReadonlyMap<string, MetricInfo>
  readonly dimensions: ReadonlyMap<string, DimensionInfo>
  /** Dimensions offered as filters. */
  readonly filters: readonly string[]
  /** Metrics offered in the picker; empty where there is none. */
  readonly picker: readonly string[]
  /** Dimensions a metric's own page can be split by. */
  readonly splits?: readonly string[]
  /** Whether anything on the page can be compared, and whether anything is cut into buckets one can choose. */
  readonly isComparable: boolean
  readonly isOverTime: boolean
  /** Whether anything on the page follows the range; a page of windows of their own has none. */
  readonly hasRange?: boolean
  /** A metric of the page. */
  readonly metric: string | undefined
  /** The dashboard whose views can be named; none on other pages. */
  readonly dashboard?: string
  /** What can be downloaded. */
  readonly downloads: readonly Download[]
}

/** One thing that can be downloaded, in each of its formats. */
export type Download = {
  readonly title: string
  readonly files: readonly { readonly kind: 'xlsx' | 'csv'; run(): Promise<void> }[]
}

/** Which metric the page is about, where it can be about several, and what it is split by. */
export function MetricChoice({ view, onChange, picker, metrics, splits, dimensions }: BarProps): ReactNode {
  const { t } = useTranslation()
  const first = picker[0]
  return (
    <>
      {first === undefined ? null : (
        <Choice
          label={t('bar.metric')}
          name="metric"
          icon={<IconChartBar size={16} />}
          value={view.metric !== undefined && picker.includes(view.metric) ? view.metric : first}
          options={picker.map((id) => ({ value: id, label: metrics.get(id)?.title ?? id }))}
          onChange={(metric) => onChange({ ...view, metric })}
        />
      )}
      {splits === undefined || splits.length === 0 ? null : (
        <Choice
          label={t('bar.split')}
          value={view.split !== undefined && splits.includes(view.split) ? view.split : ''}
          isSet={view.split !== undefined}
          options={[
            { value: '', label: t('bar.no_split') },
            ...splits.map((id) => ({ value: id, label: dimensions.get(id)?.title ?? id })),
          ]}
          onChange={(next) => {
            const { split: _, ...rest } = view
            onChange(next === '' ? rest : { ...rest, split: next })
          }}
        />
      )}
    </>
  )
}

/** Comparison, granularity and time zone. */
export function ViewChoices({ view, onChange, zone, ownZone, isComparable, isOverTime }: BarProps) {
  const { t } = useTranslation()
  const ends = endsOf(view.range, zone, Date.now())
  const automatic = t(`granularity.${automaticGranularity(msOf(ends))}`)
  return (
    <>
      {isComparable ? (
        <Choice
          label={t('compare.label')}
          name="compare"
          icon={<IconGitCompare size={16} />}
          value={view.compare}
          options={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
          onChange={(compare) => onChange({ ...view, compare })}
          toggle={{
            label: t('compare.match_weekday'),
            icon: <IconCalendar size={15} aria-hidden="true" />,
            isOn: view.match === 'weekday',
            isOffered: view.compare !== 'none',
            onToggle: () => {
              const { match, ...rest } = view
              onChange(match === undefined ? { ...rest, match: 'weekday' } : rest)
            },
          }}
        />
      ) : null}
      {isOverTime ? (
        <Choice
          label={t('granularity.label')}
          name="granularity"
          icon={<IconRuler2 size={16} />}
          value={view.granularity}
          isSet={view.granularity !== 'auto'}
          options={[
            {
              value: 'auto' as const,
              label: t('granularity.auto', { now: automatic.toLocaleLowerCase() }),
              brief: automatic,
            },
            ...granularities.map((value) => ({
              value,
              label: t(`granularity.${value}`),
              disabled: !isOffered(value, ends),
            })),
          ]}
          onChange={(granularity) => onChange({ ...view, granularity })}
        />
      ) : null}
      <ZonePicker
        zone={zone}
        own={ownZone}
        onChange={(next) => {
          const { time_zone: _, ...rest } = view
          onChange(next === undefined ? rest : { ...rest, time_zone: next })
        }}
      />
    </>
  )
}

export function FilterControls({ view, zone, filters, dimensions, metric, onChange }: BarProps) {
  const offered = filters
    .filter((id) => view.filters.every((filter) => filter.dimension !== id))
    .flatMap((id) => dimensions.get(id) ?? [])
  return (
    <Filters view={view} zone={zone} offered={offered} dimensions={dimensions} metric={metric} onChange={onChange} />
  )
}

export function ClearButton({ view, onChange }: BarProps) {
  const { t } = useTranslation()
  if (isPlain(view)) return null
  return (
    <Tooltip label={t('filter.clear_hint')}>
      <Button
        variant="subtle"
        color="gray"
        className={classes.control ?? ''}
        leftSection={<IconEraser size={16} />}
        {...shortcut('clear')}
        aria-label={t('filter.clear')}
        onClick={() => onChange(cleared(view))}
      >
        <span className={classes.iconed}>{t('filter.clear')}</span>
      </Button>
    </Tooltip>
  )
}
