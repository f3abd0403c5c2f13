import { exact, type Value } from '../../ui/formats/value.ts'
import { sequential } from '../../ui/tokens/palette.ts'
import { pickOfPart, tableOf, tipOfPart } from '../bar/spec.ts'
import type { TextTable, Tip } from '../chart/spec.ts'
import { type Drawing, type Picked, valueName } from '../drawing.ts'
import { stepOf } from '../heat-map/spec.ts'
import { type Part, partsOf } from '../parts.ts'

/** A country, or what stands beside the map, with its number. */
export type Place = {
  /** Two letters; null where the country is not known. */
  readonly code: string | null
  readonly name: string
  readonly text: string
  readonly colour: string
  readonly tip: Tip
  readonly pick: Picked | undefined
}

export type WorldMap = {
  /** The largest first: the order in which the keyboard walks. */
  readonly places: readonly Place[]
  /** Countries that have a number and no shape: too small for a map of the world. */
  readonly offMap: readonly Place[]
  readonly unknown: Place | undefined
  /** Of countries without a row. */
  readonly empty: string
  readonly legend: { readonly colours: readonly string[]; readonly least: string; readonly most: string }
  nameOf(code: string): string
  readonly table: TextTable
}

/**
 * Countries from little to much in one hue. The steps follow the square root: one country has nearly all in most answers,
 * and the others still differ from each other.
 */
export function mapSpec(drawing: Drawing, drawn: ReadonlySet<string>): WorldMap {
  const { language, scheme } = drawing
  const parts = partsOf(drawing, Number.POSITIVE_INFINITY, { withOther: false })
  const colours = sequential[scheme]
  const most = Math.max(0, ...parts.parts.map(({ value, word }) => (word === null ? 0 : (value ?? 0))))
  const root = (value: Value) => (value === null ? null : Math.sqrt(Math.max(0, value)))
  const placeOf = (part: Part): Place => {
    const colour = colours[stepOf(root(part.value), Math.sqrt(most), colours.length)] ?? ''
    return {
      code: part.word ?? null,
      name: part.name,
      text: exact(part.value, parts.unit, language),
      colour,
      tip: tipOfPart(drawing, parts, { ...part, colour }),
      pick: pickOfPart(drawing, parts, part),
    }
  }
  const all = parts.parts.map(placeOf)
  const known = all.filter(({ code }) => code !== null)
  const isDrawn = ({ code }: Place) => code !== null && drawn.has(code)
  return {
    places: known.filter(isDrawn),
    offMap: known.filter((place) => !isDrawn(place)),
    unknown: all.find(({ code }) => code === null),
    empty: exact(drawing.metrics.get(parts.metric)?.empty ?? null, parts.unit, language),
    legend: { colours, least: exact(0, parts.unit, language), most: exact(most, parts.unit, language) },
    nameOf: (code) => valueName(drawing, parts.dimension, code),
    table: tableOf(drawing, parts),
  }
}
