import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tip } from '../chart/spec.ts'
import { filtersOfPick, type Picked } from '../drawing.ts'
import { usePage } from '../panel/page-context.ts'
import classes from './view.module.css'

/** What is told of the country or the places that are pointed at or stood on. */
export function MapTip({
  seen: [x, y],
  name,
  more,
  rows,
  empty,
  pick,
}: {
  /** Where it points, in parts of the width and height. */
  readonly seen: readonly [number, number]
  readonly name: string
  /** How many places are seen as one with it. */
  readonly more?: number
  readonly rows: Tip['rows']
  readonly empty: string
  readonly pick: Picked | undefined
}) {
  const { t } = useTranslation()
  const { filters } = usePage()
  const hint =
    pick === undefined
      ? undefined
      : filtersOfPick(pick, filters) === undefined
        ? t('panel.hint_records')
        : t('panel.hint_filter')
  return (
    <div
      className={classes.tip}
      data-low={y > 0.5}
      style={{ '--x': `${x * 100}%`, top: `${y * 100}%` } as CSSProperties}
      aria-hidden="true"
    >
      <span className={classes.tip_name}>{name}</span>
      {more === undefined || more === 0 ? null : <span>{t('map.more_places', { count: more })}</span>}
      {rows.length === 0 ? <span className={classes.tip_value}>{empty}</span> : null}
      {rows.map((row) => (
        <span key={row.name} className={classes.tip_row}>
          <span>{row.name}</span>
          <span className={classes.tip_value}>{row.value}</span>
          <span>{row.extra}</span>
        </span>
      ))}
      {hint === undefined ? null : <span className={classes.hint}>{hint}</span>}
    </div>
  )
}
