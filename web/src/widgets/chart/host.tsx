import { useReducedMotion } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filtersOfPick, gestureOf, type WidgetProps } from '../drawing.ts'
import { usePage } from '../panel/page-context.ts'
import { type ECharts, init } from './echarts.ts'
import { HiddenTable } from './hidden-table.tsx'
import classes from './host.module.css'
import type { ChartSpec } from './spec.ts'
import { tipElement } from './tip.ts'

type Props = Pick<WidgetProps, 'onPick' | 'onPicture'> & {
  readonly spec: ChartSpec
  readonly title: string
  readonly height: number
  /** Grows with its panel, when a neighbour is higher. */
  readonly isGrowing: boolean
  readonly background: string
}

/**
 * Holds an echarts drawing: draws a spec, keeps its size, shows its tips, opens its records by pointer and by keyboard, and
 * puts a table of the same numbers behind it for screen readers.
 */
export default function ChartHost({ spec, title, height, isGrowing, background, onPick, onPicture }: Props) {
  const { t } = useTranslation()
  const isStill = useReducedMotion()
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const { filters } = usePage()
  const hintAt = (at: number): string => {
    const pick = spec.pickAt(at)
    if (pick === undefined) return ''
    return filtersOfPick(pick, filters) === undefined ? t('panel.hint_records') : t('panel.hint_filter')
  }
  const latest = useRef({ spec, onPick, hintAt })
  latest.current = { spec, onPick, hintAt }
  const [place, setPlace] = useState(-1)
  const help = useId()

  useEffect(() => {
    const at = element.current
    if (at === null) return
    const made = init(at, null, { renderer: 'canvas' })
    chart.current = made
    const placeOf = (x: number, y: number): readonly [number, number] | undefined => {
      const point = made.containPixel('grid', [x, y]) ? made.convertFromPixel('grid', [x, y]) : undefined
      return point?.[0] === undefined || point[1] === undefined ? undefined : [Math.round(point[0]), point[1]]
    }
    made.getZr().on('click', (event) => {
      const now = latest.current
      if (now.spec.kind !== 'axis') return
      const found = placeOf(event.offsetX, event.offsetY)
      const pick = found === undefined ? undefined : now.spec.pickAt(found[0], found[1])
      if (pick !== undefined) now.onPick(pick, gestureOf(event.event as unknown as MouseEvent))
    })
    made.getZr().on('mousemove', (event) => {
      if (latest.current.spec.kind !== 'axis') return
      made.getZr().setCursorStyle(placeOf(event.offsetX, event.offsetY) === undefined ? 'default' : 'pointer')
    })
    made.on('click', (event) => {
      const now = latest.current
      const { dataIndex: index, event: mouse } = event as {
        dataIndex?: number
        event?: { event: MouseEvent }
      }
      if (now.spec.kind !== 'items' || index === undefined) return
      const pick = now.spec.pickAt(index)
      if (pick !== undefined) now.onPick(pick, mouse === undefined ? 'only' : gestureOf(mouse.event))
    })
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(at)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    const { option } = spec
    const tooltip = option.tooltip as object | undefined
    chart.current?.setOption(
      {
        ...option,
        animation: !isStill,
        textStyle: { fontFamily: "'Inter Variable', system-ui, sans-serif" },
        tooltip: {
          ...tooltip,
          formatter: (params: unknown) => {
            const first: unknown = Array.isArray(params) ? params[0] : params
            const at = (first as { dataIndex: number }).dataIndex
            return tipElement(latest.current.spec.tipAt(at), latest.current.hintAt(at))
          },
        },
      },
      { notMerge: true },
    )
  }, [spec, isStill])

  useEffect(() => {
    onPicture?.(() => {
      const at = element.current
      const canvas = chart.current?.renderToCanvas({ pixelRatio: 2, backgroundColor: background })
      return {
        canvas: canvas ?? document.createElement('canvas'),
        width: at?.clientWidth ?? 0,
        height: at?.clientHeight ?? 0,
      }
    })
    return () => onPicture?.(undefined)
  }, [onPicture, background])

  const stand = (next: number) => {
    const inside = Math.max(0, Math.min(spec.places - 1, next))
    setPlace(inside)
    const drawn = chart.current
    if (drawn === null) return
    if (spec.kind === 'axis') {
      const x = drawn.convertToPixel({ xAxisIndex: 0 }, inside)
      if (typeof x === 'number') drawn.dispatchAction({ type: 'showTip', x, y: height / 3 })
    } else {
      const seriesIndex = (spec.option.series as unknown[]).length - 1
      drawn.dispatchAction({ type: 'showTip', seriesIndex, dataIndex: inside })
    }
  }
  const leave = () => {
    setPlace(-1)
    chart.current?.dispatchAction({ type: 'hideTip' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 7, PageUp: -7 }[event.key]
    if (step !== undefined) stand(place === -1 && step < 0 ? spec.places - 1 : place + step)
    else if (event.key === 'Home') stand(0)
    else if (event.key === 'End') stand(spec.places - 1)
    else if (event.key === 'Escape' && place !== -1) leave()
    else if (event.key === 'Enter' && place !== -1) {
      const pick = spec.pickAt(place)
      if (pick !== undefined) onPick(pick, gestureOf(event))
    } else return
    event.preventDefault()
  }
  const tip = place === -1 ? undefined : spec.tipAt(place)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no element for a chart that the keyboard walks through */}
      <div
        className={classes.chart}
        style={isGrowing ? { minHeight: height } : { height }}
        data-growing={isGrowing}
        role="group"
        aria-label={title}
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move through its points
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={leave}
      >
        <div ref={element} className={classes.canvas} aria-hidden="true" />
      </div>
      <div className={classes.hidden} id={help}>
        {t('panel.keyboard')}
      </div>
      <div className={classes.hidden} aria-live="polite">
        {tip === undefined ? '' : `${tip.title}. ${tip.rows.map((row) => `${row.name}: ${row.value}`).join('. ')}`}
      </div>
      <HiddenTable caption={t('panel.table_of', { title })} table={spec.table} />
    </>
  )
}
