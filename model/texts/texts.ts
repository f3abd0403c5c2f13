import type { Statistic, Unit } from '@parley/core/declare/metric.ts'

/** A metric in words: its title, how it is computed, and the questions its reader has. */
export type MetricText = {
  readonly title: string
  /** What does it measure? */
  readonly what: string
  /** When is it counted? */
  readonly when: string
  /** Why is it useful? */
  readonly why: string
  /** How is it computed? One line, in the words of the catalogue. */
  readonly formula: string
}

export type DashboardText = {
  readonly title: string
  /** One sentence: which question the page answers. */
  readonly question: string
  /** Titles of its panels, by panel id. */
  readonly panels: Readonly<Record<string, string>>
}

/** Everything the catalogue says to people, in one language. `en.ts` decides which keys there are. */
export type Texts = {
  /** By metric id; the four statistics of a duration share the text of the duration. */
  readonly metrics: Readonly<Record<string, MetricText>>
  /** What the title of a statistic becomes: `{title}` is the title of the duration. */
  readonly statistics: Readonly<Record<Statistic, string>>
  readonly units: Readonly<Record<Unit, string>>
  readonly dimensions: Readonly<Record<string, string>>
  /** Names of the values of dimensions with a closed list. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns of records, by column id. */
  readonly columns: Readonly<Record<string, string>>
  /** Groups of dashboards. */
  readonly groups: Readonly<Record<string, string>>
  readonly dashboards: Readonly<Record<string, DashboardText>>
}

/** The same texts in another language: exactly the keys of `Original`. A forgotten or left-over text does not compile. */
export type Translated<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Translated<Original[Key]>
}
