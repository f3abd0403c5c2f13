import { UnstyledButton } from '@mantine/core'
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenTable } from '../chart/hidden-table.tsx'
import { filtersOfPick, gestureOf, type WidgetProps } from '../drawing.ts'
import { usePage } from '../panel/page-context.ts'
import { drawMap } from './picture.ts'
import { type Shape, shapes, size } from './shapes.ts'
import { mapSpec, type Place } from './spec.ts'
import { useZoom } from './use-zoom.ts'
import classes from './view.module.css'
import { isWhole, pointAt, seenAt, strode, withSight } from './zoom.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

const drawn: ReadonlySet<string> = new Set(shapes.flatMap(({ code }) => code ?? []))
const shapeOf = new Map(shapes.flatMap((shape) => (shape.code === undefined ? [] : [[shape.code, shape] as const])))

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What is told, and of which point of the map. */
type Told = { readonly code: string; readonly at: readonly [x: number, y: number] }

/**
 * A map of the world: every country with a number can be pointed at, stood on with the arrow keys, and chosen; and it can be
 * enlarged, as those of Europe are small.
 */
export function MapView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { t } = useTranslation()
  const map = useMemo(() => mapSpec(drawing, drawn), [drawing])
  const placeOf = useMemo(() => new Map(map.places.map((place) => [place.code, place])), [map])
  const [told, setTold] = useState<Told>()
  const [stand, setStand] = useState(-1)
  const help = useId()
  const picture = useRef<SVGSVGElement>(null)
  const zooming = useZoom(picture)
  const { zoom } = zooming

  useEffect(() => {
    onPicture?.(() => drawMap(map, drawing.scheme))
    return () => onPicture?.(undefined)
  }, [onPicture, map, drawing.scheme])

  const standOn = (next: number) => {
    const at = Math.max(0, Math.min(map.places.length - 1, next))
    const code = map.places[at]?.code
    const shape = code === null || code === undefined ? undefined : shapeOf.get(code)
    if (shape?.code === undefined) return
    setStand(at)
    setTold({ code: shape.code, at: shape.centre })
    zooming.change(withSight(zoom, shape.centre, size))
  }
  const leave = () => {
    setStand(-1)
    setTold(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 7, PageUp: -7 }[event.key]
    const pick = map.places[stand]?.pick
    if (event.shiftKey && arrow !== undefined) zooming.change(strode(zoom, arrow, size))
    else if (event.key === '+' || event.key === '=') zooming.zoomIn()
    else if (event.key === '-') zooming.zoomOut()
    else if (event.key === '0') zooming.reset()
    else if (step !== undefined) standOn(stand === -1 && step < 0 ? map.places.length - 1 : stand + step)
    else if (event.key === 'Home') standOn(0)
    else if (event.key === 'End') standOn(map.places.length - 1)
    else if (event.key === 'Escape' && stand !== -1) leave()
    else if (event.key === 'Enter' && pick !== undefined) onPick(pick, gestureOf(event))
    else return
    event.preventDefault()
  }
  const pointTo = (shape: Shape) => (event: PointerEvent<SVGPathElement>) => {
    if (shape.code === undefined) return
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (box === undefined) return
    const seen = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height] as const
    setTold({ code: shape.code, at: pointAt(zoom, seen, size) })
  }
  const stood = map.places[stand]
  return (
    <div className={classes.map} style={{ minHeight: height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no element for a map that the keyboard walks through */}
      <div
        className={classes.world}
        style={{ maxWidth: (height * size.width) / size.height }}
        role="group"
        aria-label={drawing.title}
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move through its countries
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={leave}
        onPointerLeave={() => setTold(undefined)}
      >
        <svg
          ref={picture}
          viewBox={`${zoom.x} ${zoom.y} ${size.width / zoom.scale} ${size.height / zoom.scale}`}
          className={classes.picture}
          data-zoomed={!isWhole(zoom)}
          aria-hidden="true"
          {...zooming.handlers}
        >
          {shapes.map((shape) => {
            const place = shape.code === undefined ? undefined : placeOf.get(shape.code)
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard walks through the countries on the map around it
              <path
                key={shape.path}
                d={shape.path}
                className={classes.country}
                data-told={told !== undefined && told.code === shape.code}
                data-open={place?.pick !== undefined}
                style={{ fill: place?.colour ?? map.legend.colours[0] }}
                onPointerMove={pointTo(shape)}
                onPointerLeave={() => setTold(undefined)}
                onClick={(event) =>
                  place?.pick !== undefined && !zooming.wasDragged() && onPick(place.pick, gestureOf(event))
                }
              />
            )
          })}
        </svg>
        {told === undefined ? null : (
          <CountryTip
            seen={seenAt(zoom, told.at, size)}
            place={placeOf.get(told.code)}
            name={map.nameOf(told.code)}
            empty={map.empty}
          />
        )}
      </div>
      <div className={classes.hidden} id={help}>
        {`${t('panel.keyboard')} ${t('map.keyboard')}`}
      </div>
      <div className={classes.hidden} aria-live="polite">
        {stood === undefined ? '' : `${stood.name}: ${stood.text}`}
      </div>
      <HiddenTable caption={t('panel.table_of', { title: drawing.title })} table={map.table} />
      <div className={classes.foot}>
        <ZoomButtons {...zooming} />
        <div className={classes.beside}>
          <Beside title={t('panel.off_map')} places={map.offMap} onPick={onPick} />
          {map.unknown === undefined ? null : (
            <Beside places={[{ ...map.unknown, name: t('panel.unknown_country') }]} onPick={onPick} />
          )}
        </div>
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

const mostBeside = 8

/** What has a number and no place on the map is as easy to open as what has one. */
function Beside({
  title,
  places,
  onPick,
}: {
  title?: string
  places: readonly Place[]
  onPick: WidgetProps['onPick']
}) {
  if (places.length === 0) return null
  return (
    <p className={classes.line}>
      {title === undefined ? null : `${title}: `}
      {places.slice(0, mostBeside).map(({ code, name, text, pick }) => (
        <UnstyledButton
          key={code ?? ''}
          className={classes.name ?? ''}
          onClick={(event) => pick !== undefined && onPick(pick, gestureOf(event))}
        >
          {name} <span className={classes.number}>{text}</span>
        </UnstyledButton>
      ))}
      {places.length > mostBeside ? '…' : null}
    </p>
  )
}

function CountryTip({
  seen: [x, y],
  place,
  name,
  empty,
}: {
  /** Where it points, in parts of the width and height. */
  seen: readonly [number, number]
  place: Place | undefined
  name: string
  empty: string
}) {
  const { t } = useTranslation()
  const { filters } = usePage()
  const hint =
    place?.pick === undefined
      ? undefined
      : filtersOfPick(place.pick, filters) === undefined
        ? t('panel.hint_records')
        : t('panel.hint_filter')
  const rows = place?.tip.rows ?? []
  return (
    <div
      className={classes.tip}
      data-low={y > 0.5}
      style={{ '--x': `${x * 100}%`, top: `${y * 100}%` } as CSSProperties}
      aria-hidden="true"
    >
      <span className={classes.tip_name}>{name}</span>
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
