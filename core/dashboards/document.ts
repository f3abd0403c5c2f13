import { z } from 'zod'
import { panelGranularities, panelKinds, panelWidths, panelWindows } from '../declare/dashboard.ts'

/** What a dashboard may have at most: what comes from outside has a limit. */
export const dashboardLimits = {
  panels: 40,
  filters: 20,
  picker: 20,
  metrics: 12,
  dimensions: 3,
  columns: 30,
  onlyValues: 100,
  titleCharacters: 120,
  questionCharacters: 300,
} as const

const word = z.string().min(1).max(200)

/** A line of text that a person wrote. */
const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${what} has at most ${most} characters.`)
    .regex(/^\P{Cc}*$/u, `${what} has no control characters.`)

export const panelSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,79}$/,
      'The id of a panel begins with a small letter and has small letters, digits and _, 80 at most.',
    ),
  title: line('The title of a panel', dashboardLimits.titleCharacters)
    .nullish()
    .meta({ description: 'Without one the panel is named after its metrics, in the language of the reader.' }),
  kind: z.enum(panelKinds),
  metrics: z.array(word).min(1, 'A panel needs at least one metric.').max(dashboardLimits.metrics),
  dimensions: z.array(word).max(dashboardLimits.dimensions).nullish(),
  granularity: z.enum(panelGranularities).nullish(),
  finest: z.literal('week').nullish(),
  cycle: z.enum(['sum', 'mean']).nullish(),
  columns: z.array(word).max(dashboardLimits.columns).nullish(),
  window: z.enum(panelWindows).nullish(),
  only: z
    .strictObject({
      dimension: word,
      values: z.array(z.string().max(2000)).min(1, '"only" needs at least one value.').max(dashboardLimits.onlyValues),
    })
    .nullish(),
  width: z.literal(panelWidths),
})

/** A dashboard that somebody composed, in the shape of those that are built in. */
export const dashboardSchema = z.strictObject({
  title: line('The title of a dashboard', dashboardLimits.titleCharacters).min(1, 'A dashboard needs a title.'),
  question: line('The description', dashboardLimits.questionCharacters)
    .default('')
    .meta({ description: 'One sentence: which question it answers.' }),
  filters: z.array(word).max(dashboardLimits.filters).default([]),
  picker: z.array(word).max(dashboardLimits.picker).default([]),
  panels: z.array(panelSchema).max(dashboardLimits.panels, `A dashboard has at most ${dashboardLimits.panels} panels.`),
})

export type DashboardDocument = z.output<typeof dashboardSchema>
export type PanelDocument = z.output<typeof panelSchema>
