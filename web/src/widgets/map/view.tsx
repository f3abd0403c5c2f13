import { UnstyledButton } from '@mantine/core'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenTable } from '../chart/hidden-table.tsx'
import { filtersOfPick, gestureOf, type WidgetProps } from '../drawing.ts'
import { usePage } from '../panel/page-context.ts'
import { drawMap } from './picture.ts'
import { type Shape, shapes, size } from './shapes.ts'
import { mapSpec, type Place } from './spec.ts'
import classes from './view.module.css'

const drawn: ReadonlySet<string> = new Set(shapes.flatMap(({ code }) => code ?? []))
const shapeOf = new Map(shapes.flatMap((shape) => (shape.code === undefined ? [] : [[shape.code, shape] as const])))

/** What is told, and where on the map, in parts of its width and height. */
type Told = { readonly code: string; readonly x: number; readonly y: number }

/** A map of the world: every country with a number can be pointed at, stood on with the arrow keys, and chosen. */
export function MapView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { t } = useTranslation()
  const map = useMemo(() => mapSpec(drawing, drawn), [drawing])
  const placeOf = useMemo(() => new Map(map.places.map((place) => [place.code, place])), [map])
  const [told, setTold] = useState<Told>()
  const [stand, setStand] = useState(-1)
  const help = useId()

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
    setTold({ code: shape.code, x: shape.centre[0] / size.width, y: shape.centre[1] / size.height })
  }
  const leave = () => {
    setStand(-1)
    setTold(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 7, PageUp: -7 }[event.key]
    const pick = map.places[stand]?.pick
    if (step !== undefined) standOn(stand === -1 && step < 0 ? map.places.length - 1 : stand + step)
    else if (event.key === 'Home') standOn(0)
    else if (event.key === 'End') standOn(map.places.length - 1)
    else if (event.key === 'Escape' && stand !== -1) leave()
    else if (event.key === 'Enter' && pick !== undefined) onPick(pick, gestureOf(event))
    else return
    event.preventDefault()
  }
  const pointAt = (shape: Shape) => (event: PointerEvent<SVGPathElement>) => {
    if (shape.code === undefined) return
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (box === undefined) return
    setTold({ code: shape.code, x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height })
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
        <svg viewBox={`0 0 ${size.width} ${size.height}`} className={classes.picture} aria-hidden="true">
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
                onPointerMove={pointAt(shape)}
                onPointerLeave={() => setTold(undefined)}
                onClick={(event) => place?.pick !== undefined && onPick(place.pick, gestureOf(event))}
              />
            )
          })}
        </svg>
        {told === undefined ? null : (
          <CountryTip told={told} place={placeOf.get(told.code)} name={map.nameOf(told.code)} empty={map.empty} />
        )}
      </div>
      <div className={classes.hidden} id={help}>
        {t('panel.keyboard')}
      </div>
      <div className={classes.hidden} aria-live="polite">
        {stood === undefined ? '' : `${stood.name}: ${stood.text}`}
      </div>
      <HiddenTable caption={t('panel.table_of', { title: drawing.title })} table={map.table} />
      <div className={classes.foot}>
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
  told: { x, y },
  place,
  name,
  empty,
}: {
  told: Told
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
