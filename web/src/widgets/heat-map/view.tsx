import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../../ui/formats/bucket.ts'
import type { WidgetProps } from '../drawing.ts'
import { drawHeatMap } from './picture.ts'
import { type HeatCell, heatMapSpec } from './spec.ts'
import classes from './view.module.css'

/** A real grid of cells: every one can be pointed at, stood on with the arrow keys, and opened. */
export function HeatMapView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { t } = useTranslation()
  const map = useMemo(() => heatMapSpec(drawing), [drawing])
  const [at, setAt] = useState<HeatCell>()
  const [stand, setStand] = useState<readonly [hour: number, weekday: number]>([9, 0])
  const grid = useRef<HTMLTableElement>(null)

  useEffect(() => {
    onPicture?.(() => drawHeatMap(map, drawing.scheme))
    return () => onPicture?.(undefined)
  }, [onPicture, map, drawing.scheme])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const hour = Math.max(0, Math.min(23, stand[0] + (step[0] ?? 0)))
    const weekday = Math.max(0, Math.min(6, stand[1] + (step[1] ?? 0)))
    setStand([hour, weekday])
    grid.current?.querySelector<HTMLElement>(`[data-cell="${hour}-${weekday}"]`)?.focus()
  }
  return (
    <div className={classes.heat} style={{ minHeight: height }}>
      <table
        ref={grid}
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are stood on is a grid
        role="grid"
        aria-label={drawing.title}
        aria-description={t('panel.keyboard_cells')}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setAt(undefined)}
      >
        <thead>
          <tr className={classes.row}>
            <td />
            {map.columns.map((day) => (
              <th key={day} scope="col" className={classes.day}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.rows.map((cells, hour) => (
            <tr key={clock(hour)} className={classes.row}>
              <th scope="row" className={classes.hour}>
                {hour % 3 === 0 ? clock(hour) : <span className={classes.hidden}>{clock(hour)}</span>}
              </th>
              {cells.map((cell) => (
                <td
                  key={cell.weekday}
                  data-cell={`${hour}-${cell.weekday}`}
                  className={classes.cell}
                  style={{ '--heat': cell.colour } as CSSProperties}
                  aria-label={`${cell.name}: ${cell.text}`}
                  tabIndex={stand[0] === hour && stand[1] === cell.weekday ? 0 : -1}
                  onMouseEnter={() => setAt(cell)}
                  onFocus={() => {
                    setAt(cell)
                    setStand([hour, cell.weekday])
                  }}
                  onBlur={() => setAt(undefined)}
                  onClick={() => onPick(map.pickAt(cell), 'records')}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' || event.key === ' ') {
                      event.preventDefault()
                      onPick(map.pickAt(cell), 'records')
                    }
                  }}
                >
                  {at === cell ? <CellTip cell={cell} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <span>
          {map.busiest === undefined ? null : (
            <>
              {t('panel.busiest')} <strong>{map.busiest.name}</strong>, {map.busiest.text}
            </>
          )}
        </span>
        <span className={classes.legend} aria-hidden="true">
          <span className="numeric">{map.legend.least}</span>
          {map.legend.colours.map((colour) => (
            <span key={colour} className={classes.step} style={{ background: colour }} />
          ))}
          <span className="numeric">{map.legend.most}</span>
        </span>
      </div>
    </div>
  )
}

function CellTip({ cell }: { cell: HeatCell }) {
  return (
    <span
      className={classes.tip}
      data-side={cell.weekday > 4 ? 'left' : 'right'}
      data-low={cell.hour > 20}
      aria-hidden="true"
    >
      <span className={classes.tip_name}>{cell.name}</span>
      <span className={classes.tip_value}>
        <span className={classes.step} style={{ background: cell.colour }} />
        {cell.text}
      </span>
    </span>
  )
}
