import { metricColumns, timeColumn } from '../../ask/view/question.ts'
import { capital, clock, weekdays } from '../../ui/formats/bucket.ts'
import { exact, type Value } from '../../ui/formats/value.ts'
import { sequential } from '../../ui/tokens/palette.ts'
import type { TextTable } from '../chart/spec.ts'
import { type Drawing, metricTitle, type Picked } from '../drawing.ts'
import { asValue } from '../timeline.ts'

export type HeatCell = {
  /** Monday is 0. */
  readonly weekday: number
  readonly hour: number
  readonly value: Value
  readonly colour: string
  /** `Monday, 09:00–10:00`, as inside a sentence. */
  readonly name: string
  readonly text: string
}

export type HeatMap = {
  readonly columns: readonly string[]
  /** By hour, each with its seven days. */
  readonly rows: readonly (readonly HeatCell[])[]
  readonly legend: { readonly colours: readonly string[]; readonly least: string; readonly most: string }
  /** The fullest cell, which is what most readers come for. */
  readonly busiest: HeatCell | undefined
  pickAt(cell: HeatCell): Picked
  readonly table: TextTable
}

/** The rhythm of a week: seven columns of days, twenty-four rows of hours, from little to much in one hue. */
export function heatMapSpec(drawing: Drawing): HeatMap {
  const { answer, language, scheme } = drawing
  const metric = metricColumns(answer)[0]
  const unit = metric?.unit ?? 'count'
  const time = timeColumn(answer)
  const info = drawing.metrics.get(metric?.id ?? '')
  const found = new Map<string, Value>()
  for (const row of answer.rows) {
    const at = row[time]
    if (Array.isArray(at)) found.set(`${at[0]}-${at[1]}`, asValue(row[metric?.at ?? -1]))
  }
  const most = Math.max(0, ...[...found.values()].map((value) => value ?? 0))
  const colours = sequential[scheme]
  const long = weekdays(language, 'long')
  const rows = Array.from({ length: 24 }, (_, hour) =>
    long.map((day, weekday): HeatCell => {
      const value = found.get(`${weekday + 1}-${hour}`) ?? info?.empty ?? null
      return {
        weekday,
        hour,
        value,
        colour: colours[stepOf(value, most, colours.length)] ?? '',
        name: `${day}, ${clock(hour)}–${clock(hour + 1)}`,
        text: exact(value, unit, language),
      }
    }),
  )
  return {
    columns: weekdays(language, 'short').map(capital),
    rows,
    legend: { colours, least: exact(0, unit, language), most: exact(most, unit, language) },
    busiest: most === 0 ? undefined : rows.flat().find((cell) => cell.value === most),
    pickAt: (cell) => ({
      metric: metric?.id ?? '',
      title: `${metricTitle(drawing, metric?.id ?? '')}, ${cell.name}`,
      filters: [],
      cycle: { granularity: 'hour_of_week', value: [cell.weekday + 1, cell.hour] },
    }),
    table: {
      head: [drawing.words.hour, ...long.map(capital)],
      rows: rows.map((cells, hour) => [clock(hour), ...cells.map((cell) => cell.text)]),
    },
  }
}

/** Which step of the scale a value has: the first is for nothing only. */
export function stepOf(value: Value, most: number, steps: number): number {
  if (value === null || value <= 0 || most <= 0) return 0
  return Math.min(steps - 1, 1 + Math.floor((value / most) * (steps - 1) * 0.9999))
}
