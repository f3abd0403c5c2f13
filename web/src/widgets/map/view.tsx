import { useElementSize } from '@mantine/hooks'
import { mostRows } from '@parley/core/dashboards/panel-question.ts'
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
import { decimal } from '../../ui/formats/number.ts'
import { HiddenTable } from '../chart/hidden-table.tsx'
import { gestureOf, type WidgetProps } from '../drawing.ts'
import { Beside } from './beside.tsx'
import { reachOf } from './bubbles.ts'
import { firstSight, type Mark } from './first-sight.ts'
import { Legend } from './legend.tsx'
import { drawMap } from './picture.ts'
import { type Shape, shapes, size } from './shapes.ts'
import { mapSpec, type WorldMap } from './spec.ts'
import { MapTip } from './tip.tsx'
import { useZoom } from './use-zoom.ts'
import classes from './view.module.css'
import { isInSight, isWhole, pointAt, seenAt, strode, withSight } from './zoom.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

const drawn: ReadonlySet<string> = new Set(shapes.flatMap(({ code }) => code ?? []))
const shapeOf = new Map(shapes.flatMap((shape) => (shape.code === undefined ? [] : [[shape.code, shape] as const])))

/** What stands below the map takes about so much of the height. */
const footHeight = 84

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Where the numbers lie: the places and the middles of their countries; where there are no places, the countries themselves. */
function marksOf({ spots, places }: WorldMap): readonly Mark[] {
  const countries = places.flatMap(({ code, weight }) => {
    const shape = shapeOf.get(code ?? '')
    if (shape === undefined) return []
    return [{ weight, box: spots.length === 0 ? shape.box : ([shape.centre, shape.centre] as const) }]
  })
  return [...countries, ...spots.map(({ at, value }) => ({ box: [at, at] as const, weight: value }))]
}

/** What is told: a country by its code, or a circle by its first place; and of which point of the map. */
type Told = { readonly of: string; readonly at: readonly [x: number, y: number] }

/**
 * A map of the world: every place and every country with a number can be pointed at, stood on with the arrow keys, and chosen;
 * and it can be enlarged, as those of Europe are small. Places that are too close to be told apart are one circle until it is.
 */
export function MapView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { t } = useTranslation()
  const map = useMemo(() => mapSpec(drawing, drawn), [drawing])
  const placeOf = useMemo(() => new Map(map.places.map((place) => [place.code, place])), [map])
  const [told, setTold] = useState<Told>()
  const [stand, setStand] = useState(-1)
  const help = useId()
  const picture = useRef<SVGSVGElement>(null)
  const first = useMemo(() => firstSight(marksOf(map), size), [map])
  const zooming = useZoom(picture, first)
  const { zoom } = zooming
  const { ref: measured, width } = useElementSize<HTMLDivElement>()
  const circles = useMemo(
    () => (width === 0 ? [] : map.circlesAt(size.width / zoom.scale / width, reachOf(width))),
    [map, zoom.scale, width],
  )
  const stops = useMemo(
    () => [
      ...circles.map(({ spots: [{ word, at }], name, text, pick }) => ({ of: word, at, name, text, pick })),
      ...map.places.flatMap(({ code, name, text, pick }) => {
        const shape = shapeOf.get(code ?? '')
        return shape?.code === undefined ? [] : [{ of: shape.code, at: shape.centre, name, text, pick }]
      }),
    ],
    [circles, map],
  )

  useEffect(() => {
    onPicture?.(() => drawMap(map, zoom, drawing.scheme))
    return () => onPicture?.(undefined)
  }, [onPicture, map, zoom, drawing.scheme])

  const standOn = (next: number) => {
    const at = Math.max(0, Math.min(stops.length - 1, next))
    const stop = stops[at]
    if (stop === undefined) return
    setStand(at)
    setTold(stop)
    zooming.change(withSight(zoom, stop.at, size))
  }
  const leave = () => {
    setStand(-1)
    setTold(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 7, PageUp: -7 }[event.key]
    const pick = stops[stand]?.pick
    if (event.shiftKey && arrow !== undefined) zooming.change(strode(zoom, arrow, size))
    else if (event.key === '+' || event.key === '=') zooming.zoomIn()
    else if (event.key === '-') zooming.zoomOut()
    else if (event.key === '0') zooming.toWhole()
    else if (step !== undefined) standOn(stand === -1 && step < 0 ? stops.length - 1 : stand + step)
    else if (event.key === 'Home') standOn(0)
    else if (event.key === 'End') standOn(stops.length - 1)
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
    setTold({ of: shape.code, at: pointAt(zoom, seen, size) })
  }
  const stood = stops[stand]
  const outOfSight = map.places.filter(({ code }) => {
    const shape = shapeOf.get(code ?? '')
    return shape !== undefined && !isInSight(zoom, shape.box, size)
  })
  const circle = circles.find(({ spots: [{ word }] }) => word === told?.of)
  const country = placeOf.get(told?.of ?? '')
  return (
    <div className={classes.map} style={{ '--height': `${height}px` } as CSSProperties}>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no element for a map that the keyboard walks through */}
      <div
        ref={measured}
        className={classes.world}
        style={{ maxWidth: ((height - footHeight) * size.width) / size.height }}
        role="group"
        aria-label={drawing.title}
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move through its places and countries
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
          data-moves={!zooming.isFirst && !isWhole(zoom)}
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
                data-told={told !== undefined && told.of === shape.code}
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
          {circles.map(({ spots: [{ word, at }], radius, pick }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard walks through the circles on the map around it
            <circle
              key={word}
              cx={at[0]}
              cy={at[1]}
              r={radius}
              className={classes.circle}
              data-told={told?.of === word}
              style={{ fill: map.circleColour }}
              onPointerEnter={() => setTold({ of: word, at })}
              onPointerLeave={() => setTold(undefined)}
              onClick={(event) => !zooming.wasDragged() && onPick(pick, gestureOf(event))}
            />
          ))}
        </svg>
        {told === undefined ? null : (
          <MapTip
            seen={seenAt(zoom, told.at, size)}
            name={circle?.name ?? map.nameOf(told.of)}
            more={circle === undefined ? 0 : circle.spots.length - 1}
            rows={(circle ?? country)?.tip.rows ?? []}
            empty={map.empty}
            pick={(circle ?? country)?.pick}
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
          <Beside title={t('map.out_of_sight')} places={outOfSight} most={3} onPick={onPick} />
          {map.unknown === undefined ? null : (
            <Beside places={[{ ...map.unknown, name: t('panel.unknown_country') }]} onPick={onPick} />
          )}
          {map.unplaced === undefined ? null : (
            <Beside places={[{ ...map.unplaced, name: t('map.no_place') }]} onPick={onPick} />
          )}
          {drawing.answer.rows.length < mostRows ? null : (
            <p className={classes.line}>
              {t('panel.first_rows', { shown: decimal(drawing.answer.rows.length, drawing.language) })}
            </p>
          )}
        </div>
        <Legend map={map} largest={circles[0]?.text} />
      </div>
    </div>
  )
}
