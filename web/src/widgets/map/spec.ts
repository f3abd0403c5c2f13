import type { Answer } from '../../ask/answer.ts'
import { dimensionColumns, metricColumns } from '../../ask/view/question.ts'
import { exact, type Value } from '../../ui/formats/value.ts'
import { categorical, sequential } from '../../ui/tokens/palette.ts'
import { pickOfPart, tableOf, tipOfPart } from '../bar/spec.ts'
import type { TextTable, Tip } from '../chart/spec.ts'
import { type Drawing, filterOn, metricTitle, type Picked, valueName } from '../drawing.ts'
import { stepOf } from '../heat-map/spec.ts'
import { type Part, partsOf } from '../parts.ts'
import { tableSpec } from '../table/spec.ts'
import { asValue, asWord } from '../timeline.ts'
import { type Bubble, bubblesOf, type Reach } from './bubbles.ts'
import { type Spot, spotsOf } from './spots.ts'

/** A country, or what stands beside the map, with its number. */
export type Place = {
  /** Two letters; null where the country is not known. */
  readonly code: string | null
  readonly name: string
  readonly text: string
  readonly colour: string
  readonly tip: Tip
  readonly pick: Picked | undefined
  /** Its number where numbers of countries add up, else null. */
  readonly weight: number | null
}

/** A circle on the map, with what is told of it. */
export type Circle = Bubble & {
  readonly name: string
  readonly text: string
  readonly tip: Tip
  readonly pick: Picked
}

export type WorldMap = {
  /** Where the numbers come from, where the answer tells it: cities, never anything finer. */
  readonly spots: readonly Spot[]
  readonly circleColour: string
  /** The circles of the spots, the largest first, where so many measures of the map are a pixel. */
  circlesAt(perPixel: number, reach: Reach): readonly Circle[]
  /** What counts in its country and is in no known place; undefined where there are no spots, or it is nothing. */
  readonly unplaced: { readonly text: string; readonly pick: Picked } | undefined
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
export function mapSpec(asked: Drawing, drawn: ReadonlySet<string>): WorldMap {
  const drawing = { ...asked, answer: byCountry(asked.answer) }
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
      weight: parts.additive ? (part.value ?? 0) : null,
    }
  }
  const all = parts.parts.map(placeOf)
  const known = all.filter(({ code }) => code !== null)
  const spots = spotsOf(asked)
  const circleColour = categorical[scheme].amber
  const title = metricTitle(drawing, parts.metric)
  const placed = spots.reduce((sum, { value }) => sum + value, 0)
  const unplaced = parts.parts.reduce((sum, { value }) => sum + (value ?? 0), 0) - placed
  const lineOf = (value: number) => ({
    value: exact(value, parts.unit, language),
    ...(parts.total === null || parts.total <= 0 ? {} : { extra: exact(value / parts.total, 'ratio', language) }),
  })
  const circleOf = (bubble: Bubble): Circle => {
    const { spots, value } = bubble
    const [{ name }] = spots
    const told = spots.length === 1 ? [] : spots.slice(0, mostTold)
    return {
      ...bubble,
      name,
      text: exact(value, parts.unit, language),
      tip: {
        title: name,
        rows: [
          { name: spots.length === 1 ? spots[0].coordinates : title, colour: circleColour, ...lineOf(value) },
          ...told.map((spot) => ({ name: spot.coordinates, colour: circleColour, value: lineOf(spot.value).value })),
        ],
      },
      pick: {
        metric: parts.metric,
        title: `${title}, ${name}`,
        filters: [{ dimension: 'place', op: 'in', values: spots.map(({ word }) => word) }],
      },
    }
  }
  const isDrawn = ({ code }: Place) => code !== null && drawn.has(code)
  return {
    spots,
    circleColour,
    circlesAt: (perPixel, reach) => bubblesOf(spots, perPixel, reach).map(circleOf),
    unplaced:
      spots.length === 0 || unplaced <= 0
        ? undefined
        : {
            text: exact(unplaced, parts.unit, language),
            pick: { metric: parts.metric, title, filters: [filterOn('place', null)] },
          },
    places: known.filter(isDrawn),
    offMap: known.filter((place) => !isDrawn(place)),
    unknown: all.find(({ code }) => code === null),
    empty: exact(drawing.metrics.get(parts.metric)?.empty ?? null, parts.unit, language),
    legend: { colours, least: exact(0, parts.unit, language), most: exact(most, parts.unit, language) },
    nameOf: (code) => valueName(drawing, parts.dimension, code),
    table: spots.length === 0 ? tableOf(drawing, parts) : tableOfPlaces(asked),
  }
}

/** Of a circle of several places so many are told one by one. */
const mostTold = 4

/** An answer by country and place as one by country: what adds up is the sum of its places and of what has none. */
function byCountry(answer: Answer): Answer {
  const [country, ...others] = dimensionColumns(answer)
  const metric = metricColumns(answer)[0]
  if (country === undefined || metric === undefined || others.length === 0) return answer
  const sums = new Map<string | null, number>()
  for (const row of answer.rows) {
    const code = asWord(row[country.at])
    sums.set(code, (sums.get(code) ?? 0) + (asValue(row[metric.at]) ?? 0))
  }
  const columns = [country, metric].flatMap(({ at }) => answer.columns[at] ?? [])
  return { ...answer, columns, rows: [...sums] }
}

function tableOfPlaces(drawing: Drawing): TextTable {
  const [head = [], ...rows] = tableSpec(drawing).cells()
  return { head, rows }
}
