import type { Statistic, Unit } from '@parley/core/declare/metric.ts'
import type { Comparison } from '@parley/core/time/compare.ts'
import type { CyclicGranularity, Granularity } from '@parley/core/time/granularity.ts'
import type { BenchmarkKind } from '../benchmark.ts'
import type { Language } from './language.ts'

/** Something said in each language that Parley speaks. A forgotten language does not compile. */
export type InEachLanguage<Text> = Readonly<Record<Language, Text>>

/** What things are called, by id. */
export type Names = Readonly<Record<string, InEachLanguage<string>>>

/** What the things of a closed list are called. */
export type NamesOf<Id extends string> = Readonly<Record<Id, InEachLanguage<string>>>

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

/**
 * The texts of a subject's metrics, by metric id: beside its `metrics.ts`, in the languages side by side. The statistics of
 * a duration share the text of the duration.
 */
export type MetricTexts = Readonly<Record<string, InEachLanguage<MetricText>>>

/** A dashboard in words, in one language. */
export type DashboardText = {
  readonly title: string
  /** One sentence: which question the page answers. */
  readonly question: string
  /** Titles of its panels, by panel id. */
  readonly panels: Readonly<Record<string, string>>
}

/** The texts of the dashboards of a group, by dashboard id. */
export type DashboardTexts = Readonly<
  Record<
    string,
    {
      readonly title: InEachLanguage<string>
      /** One sentence: which question the page answers. */
      readonly question: InEachLanguage<string>
      /** Titles of its panels, by panel id. */
      readonly panels: Names
    }
  >
>

/** The benchmark in words: what its figures are, how they come about, and why one may be missing. */
export type BenchmarkText = {
  readonly title: string
  readonly what: string
  readonly when: string
  readonly why: string
  readonly kinds: Readonly<Record<BenchmarkKind, string>>
  /** What the spread beside a figure is. */
  readonly spread: string
  /** In the place of a figure that is not given. */
  readonly withheld: string
}

/** What a file of numbers says besides the numbers. */
export type FileText = {
  /** Names of its sheets: at most 31 characters. */
  readonly sheets: Readonly<Record<'numbers' | 'about' | 'chart' | 'dashboard' | 'cards' | Comparison, string>>
  /** The title of what a row has of the whole. */
  readonly share: string
  /** Behind the title of a duration. */
  readonly seconds: string
  readonly time: string
  readonly weekday: string
  readonly hour: string
  /** In the place of a value that is absent. */
  readonly none: string
  readonly question: Readonly<
    Record<'metrics' | 'granularity' | 'from' | 'to' | 'time_zone' | 'split' | 'filters' | 'cut' | 'as_of', string>
  >
  readonly granularities: Readonly<Record<Granularity | CyclicGranularity, string>>
  readonly per_cycle: string
  readonly operators: Readonly<Record<'in' | 'not_in' | 'exists' | 'not_exists' | 'contains', string>>
  readonly definition: Readonly<Record<'metric' | 'total' | 'unit' | 'what' | 'when' | 'why' | 'formula', string>>
  /** Of the workbook of a whole dashboard. */
  readonly workbook: Readonly<
    Record<
      | 'organization'
      | 'picked'
      | 'comparison'
      | 'weekday'
      | 'sheet'
      | 'panel'
      | 'note'
      | 'period'
      | 'this_period'
      | 'over_time'
      | 'left_out'
      | 'latest',
      string
    >
  >
  readonly several_currencies: string
  readonly about_seconds: string
  /** Columns that only exports of rows have. */
  readonly columns: Readonly<Record<'is_missed' | 'text' | 'feedback', string>>
}

/** Everything the catalogue says to people, in one language. */
export type Texts = {
  readonly metrics: Readonly<Record<string, MetricText>>
  /** What the title of a statistic becomes: `{title}` is the title of the duration. */
  readonly statistics: Readonly<Record<Statistic | 'service', string>>
  /** What is said besides of a statistic that counts service hours alone (`statistics.service` is its title). */
  readonly in_service_hours: string
  readonly units: Readonly<Record<Unit, string>>
  readonly dimensions: Readonly<Record<string, string>>
  /** Names of the values of dimensions with a closed list. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns of records, by column id. */
  readonly columns: Readonly<Record<string, string>>
  readonly benchmark: BenchmarkText
  readonly files: FileText
  /** What people write most. */
  readonly popular_phrases: MetricText
  /** What a panel that somebody composed without a title shows, where its metrics and dimensions do not say it. */
  readonly own_panels: Readonly<Record<'over_time' | 'in_total', string>>
  /** Groups of dashboards; `own` are those that people compose. */
  readonly groups: Readonly<Record<string, string>>
  readonly dashboards: Readonly<Record<string, DashboardText>>
}
