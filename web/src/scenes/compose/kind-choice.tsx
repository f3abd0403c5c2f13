import { Radio } from '@mantine/core'
import type { PanelKind } from '@parley/core/declare/dashboard.ts'
import {
  IconChartAreaLine,
  IconChartBar,
  IconChartDonut,
  IconChartHistogram,
  IconChartLine,
  IconFilter,
  IconGridDots,
  IconList,
  IconMap2,
  IconNumbers,
  IconQuote,
  IconStack2,
  IconTable,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fit } from '../../ask/dashboards.ts'
import classes from './compose.module.css'

const icons: Readonly<Record<string, ComponentType<{ size?: number; stroke?: number }>>> = {
  cards: IconNumbers,
  line: IconChartLine,
  bar: IconChartBar,
  shares: IconStack2,
  bars_and_line: IconChartAreaLine,
  pie: IconChartDonut,
  histogram: IconChartHistogram,
  funnel: IconFilter,
  heat_map: IconGridDots,
  map: IconMap2,
  phrases: IconQuote,
  records: IconList,
  table: IconTable,
}

const reasons = [
  'too_few_metrics',
  'too_many_metrics',
  'too_few_dimensions',
  'too_many_dimensions',
  'split_and_several',
  'several_units',
  'not_additive',
  'no_axis',
  'no_order',
  'other_metric',
  'other_dimension',
  'no_records',
] as const

/** Every way to draw: those that suit what is counted, and the others with why they do not. */
export function KindChoice({
  fits,
  kind,
  onChange,
}: {
  fits: readonly Fit[]
  kind: PanelKind
  onChange(kind: PanelKind): void
}) {
  const { t } = useTranslation()
  if (fits.length === 0) return null
  return (
    <Radio.Group label={t('compose.kind')} value={kind} onChange={(value) => onChange(value as PanelKind)}>
      <div className={classes.kinds}>
        {fits.map(({ kind: one, granularities, problems }) => {
          const Icon = icons[one] ?? IconChartBar
          const isFit = granularities.length > 0
          const reason = reasons.find((known) => problems.some(({ code }) => code === known)) ?? 'other'
          const why = isFit ? undefined : t(`compose.unfit.${reason}`)
          return (
            <Radio.Card key={one} value={one} disabled={!isFit} className={classes.kind ?? ''} data-off={!isFit}>
              <Icon size={18} stroke={1.7} />
              <span className={classes.kind_words}>
                <span>{t(`compose.kinds.${one}`)}</span>
                {why === undefined ? null : <span className={classes.why}>{why}</span>}
              </span>
            </Radio.Card>
          )
        })}
      </div>
    </Radio.Group>
  )
}
