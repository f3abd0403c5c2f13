import type { DashboardPage, DimensionInfo, MetricInfo, TitledPanel, Visibility } from '../../ask/catalogue.ts'
import type { SentDashboard } from '../../ask/dashboards.ts'

/** A dashboard while it is composed. A panel without a title is named after its metrics. */
export type Draft = {
  readonly title: string
  readonly question: string
  readonly visibility: Visibility
  readonly filters: readonly string[]
  readonly picker: readonly string[]
  readonly panels: readonly TitledPanel[]
}

export type Known = {
  readonly metrics: ReadonlyMap<string, MetricInfo>
  readonly dimensions: ReadonlyMap<string, DimensionInfo>
}

export const emptyDraft: Draft = {
  title: '',
  question: '',
  visibility: 'private',
  filters: [],
  picker: [],
  panels: [],
}

export const emptyPanel: TitledPanel = {
  id: '',
  title: '',
  kind: 'line',
  metrics: [],
  dimensions: [],
  granularity: 'auto',
  finest: null,
  cycle: 'sum',
  columns: null,
  window: null,
  only: null,
  width: 6,
}

/** What is told of a dashboard, to be changed; titles that the panels have by themselves are left to them. */
export function draftOf(page: DashboardPage, known: Known): Draft {
  const { title, question, visibility, filters, picker, panels } = page
  return {
    ...{ title, question, filters, picker },
    visibility: visibility === 'organization' ? 'organization' : 'private',
    panels: panels.map((panel) => (panel.title === ownTitle(panel, known) ? { ...panel, title: '' } : panel)),
  }
}

/** As it is sent: without filters that none of its numbers know any more. */
export function sentOf(draft: Draft, known: Known): SentDashboard {
  const offered = offeredFilters(draft, known)
  return {
    ...draft,
    title: draft.title.trim(),
    question: draft.question.trim(),
    filters: draft.filters.filter((id) => offered.includes(id)),
  }
}

const mostNamed = 3

/** What a panel is called that nobody gave a title: what it counts, by what. The server says it in the same words. */
export function ownTitle({ metrics, dimensions }: Pick<TitledPanel, 'metrics' | 'dimensions'>, known: Known): string {
  const named = metrics.filter((id) => id !== '$picked')
  const counted = named
    .slice(0, mostNamed)
    .map((id) => known.metrics.get(id)?.title ?? id)
    .join(', ')
  const split = dimensions.map((id) => known.dimensions.get(id)?.title ?? id).join(', ')
  return [named.length > mostNamed ? `${counted} …` : counted, split].filter((word) => word !== '').join(' · ')
}

const metricsOfDraft = ({ panels, picker }: Draft): readonly string[] => [
  ...new Set(panels.flatMap(({ metrics }) => metrics.flatMap((id) => (id === '$picked' ? picker : [id])))),
]

/** Dimensions that at least one of its numbers can be filtered by, those of most numbers first. */
export function offeredFilters(draft: Draft, { metrics, dimensions }: Known): readonly string[] {
  const counts = new Map<string, number>()
  for (const id of metricsOfDraft(draft))
    for (const dimension of metrics.get(id)?.dimensions ?? []) counts.set(dimension, (counts.get(dimension) ?? 0) + 1)
  return [...dimensions.keys()]
    .filter((id) => counts.has(id))
    .sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
}

/** Dimensions that all of these metrics have. */
export function sharedDimensions(ids: readonly string[], { metrics, dimensions }: Known): readonly string[] {
  return [...dimensions.keys()].filter((dimension) =>
    ids.every((id) => metrics.get(id)?.dimensions.includes(dimension) ?? true),
  )
}

/** An id that none of the panels has. */
export function newPanelId(panels: readonly Pick<TitledPanel, 'id'>[]): string {
  const taken = new Set(panels.map(({ id }) => id))
  let number = panels.length + 1
  while (taken.has(`panel_${number}`)) number += 1
  return `panel_${number}`
}

/** The list with what stood at one place at another. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.toSpliced(from, 1)
  const [one] = list.slice(from, from + 1)
  return one === undefined || to < 0 || to >= list.length ? list : rest.toSpliced(to, 0, one)
}

/** The panel in the place of the one with its id, or at the end. */
export function withPanel(draft: Draft, panel: TitledPanel): Draft {
  const isThere = draft.panels.some(({ id }) => id === panel.id)
  return {
    ...draft,
    // What it is split by can be clicked, so that it filters the dashboard.
    filters: isThere ? draft.filters : [...new Set([...draft.filters, ...panel.dimensions])],
    panels: isThere ? draft.panels.map((one) => (one.id === panel.id ? panel : one)) : [...draft.panels, panel],
  }
}

export const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Widths of a panel, of the twelve columns of the grid. */
export const widths = [3, 4, 6, 8, 12] as const
