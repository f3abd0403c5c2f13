import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import {
  IconChartBar,
  IconDots,
  IconDownload,
  IconEraser,
  IconGitCompare,
  IconLink,
  IconRuler2,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DimensionInfo, MetricInfo } from '../catalogue.ts'
import { automaticGranularity, endsOf, isOffered } from '../view/range.ts'
import { cleared, comparisons, granularities, isPlain, type View } from '../view/view.ts'
import classes from './bar.module.css'
import { Choice } from './choice.tsx'
import { Filters } from './filters.tsx'
import { RangePicker } from './range-picker.tsx'
import { Sheet } from './sheet.tsx'
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
  /** A metric of the page. */
  readonly metric: string | undefined
  /** What can be downloaded. */
  readonly downloads: readonly { readonly title: string; run(): Promise<void> }[]
}

/** The one bar of a page of numbers: it stays in sight, and everything on it is in the address. */
export function Bar(props: BarProps) {
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  return (
    <div className={classes.bar} role="toolbar" aria-orientation="horizontal">
      {isSmall ? <Sheet {...props} /> : <Controls {...props} />}
      <Actions {...props} isSmall={isSmall} />
    </div>
  )
}

function Controls(props: BarProps) {
  const { view, onChange, zone } = props
  return (
    <div className={classes.controls}>
      <MetricChoice {...props} />
      <RangePicker range={view.range} zone={zone} onChange={(range) => onChange({ ...view, range })} />
      <ViewChoices {...props} />
      <span className={classes.rule} aria-hidden="true" />
      <FilterControls {...props} />
      <ClearButton {...props} />
    </div>
  )
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
  return (
    <>
      {isComparable ? (
        <Choice
          label={t('compare.label')}
          icon={<IconGitCompare size={16} />}
          value={view.compare}
          options={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
          onChange={(compare) => onChange({ ...view, compare })}
        />
      ) : null}
      {isOverTime ? (
        <Choice
          label={t('granularity.label')}
          icon={<IconRuler2 size={16} />}
          value={view.granularity}
          isSet={view.granularity !== 'auto'}
          options={[
            {
              value: 'auto' as const,
              label: t('granularity.auto', { now: t(`granularity.${automaticGranularity(ends)}`).toLocaleLowerCase() }),
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
        onClick={() => onChange(cleared(view))}
      >
        {t('filter.clear')}
      </Button>
    </Tooltip>
  )
}

function Actions({ downloads, isSmall }: BarProps & { isSmall: boolean }) {
  const { t } = useTranslation()
  const share = async () => {
    await copyText(window.location.href)
    notifications.show({ message: t('bar.shared'), autoClose: 3000 })
  }
  const items = (
    <>
      <Menu.Label>{t('bar.download')}</Menu.Label>
      {downloads.map(({ title, run }) => (
        <Menu.Item
          key={title}
          onClick={() => {
            run().catch(() => notifications.show({ color: 'red', message: t('panel.download_failed') }))
          }}
        >
          {t('bar.download_panel', { title })}
        </Menu.Item>
      ))}
    </>
  )
  if (isSmall) {
    return (
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={t('word.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void share()}>
            {t('bar.share')}
          </Menu.Item>
          {items}
        </Menu.Dropdown>
      </Menu>
    )
  }
  return (
    <div className={classes.actions}>
      <Tooltip label={t('bar.share')}>
        <ActionIcon variant="default" size={34} onClick={() => void share()} aria-label={t('bar.share')}>
          <IconLink size={16} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Tooltip label={t('bar.download')}>
            <ActionIcon variant="default" size={34} aria-label={t('bar.download')}>
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>{items}</Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** Without TLS browsers keep the clipboard closed to pages, so a plain installation copies the old way. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
