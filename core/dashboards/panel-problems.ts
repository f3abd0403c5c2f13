import {
  type PanelFilter,
  type PanelGranularity,
  type PanelKind,
  panelGranularities,
  pickedMetric,
} from '../declare/dashboard.ts'
import type { Dimension } from '../declare/dimension.ts'
import { isCountedFrom, type Metric, monthsFact } from '../declare/metric.ts'
import type { Problem } from '../errors/app-error.ts'
import { didYouMean } from '../errors/nearest-name.ts'
import { type Catalogue, dimensionsOf } from '../query/catalogue.ts'
import { type PanelRule, panelRules, type Span } from './panel-rules.ts'

/** Of a panel what decides whether it can be drawn. */
export type DrawnPanel = {
  readonly kind: PanelKind
  readonly metrics: readonly string[]
  readonly dimensions?: readonly string[] | null | undefined
  readonly granularity?: PanelGranularity | null | undefined
  readonly cycle?: 'sum' | 'mean' | null | undefined
  readonly only?: PanelFilter | null | undefined
}

type Place = { readonly catalogue: Catalogue; readonly picker: readonly string[]; readonly pointer: string }

/**
 * Everything that keeps a panel from being drawn, each with the way out. Codes: `unknown_metric`, `unknown_dimension`,
 * `impossible_split`, `impossible_filter`, `no_picker`, `too_few_metrics`, `too_many_metrics`, `too_few_dimensions`,
 * `too_many_dimensions`, `impossible_granularity`, `impossible_cycle`, `several_units`, `not_additive`, `split_and_several`,
 * `no_axis`, `no_order`, `no_records`, `other_metric`, `other_dimension`.
 */
export function panelProblems(panel: DrawnPanel, { catalogue, picker, pointer }: Place): Problem[] {
  const problems: Problem[] = []
  const rule = panelRules[panel.kind]
  const add = (code: string, place: string, message: string) =>
    problems.push({ code, message, pointer: `${pointer}${place}` })
  const dimensions = (panel.dimensions ?? []).flatMap((id, index) => {
    const known = catalogue.dimensions.get(id)
    if (known) return [known]
    add('unknown_dimension', `/dimensions/${index}`, unknown('dimension', id, catalogue.dimensions.keys()))
    return []
  })
  const metrics = panel.metrics.flatMap((id, index): Metric[] => {
    if (id === pickedMetric) {
      if (picker.length === 0)
        add(
          'no_picker',
          `/metrics/${index}`,
          `"${pickedMetric}" stands for the metric chosen in the dashboard's picker, and this one has none. List metrics in "picker", or name one here.`,
        )
      return picker.flatMap((picked) => catalogue.metrics.get(picked) ?? [])
    }
    const known = catalogue.metrics.get(id)
    if (known) return [known]
    add('unknown_metric', `/metrics/${index}`, unknown('metric', id, catalogue.metrics.keys()))
    return []
  })
  checkCounts(panel, rule, add)
  for (const metric of metrics) {
    checkSplits(metric, panel, dimensions, catalogue, add)
    checkMetric(metric, panel, rule, add)
  }
  checkUnits(panel, rule, { catalogue, picker }, add)
  checkTime(panel, rule, add)
  if (rule.needsOrder)
    for (const { id, values, type } of dimensions)
      if (values === undefined && type !== 'number')
        add(
          'no_order',
          '/dimensions',
          `A ${panel.kind} shows values in their order, and those of \`${id}\` have none. Split by a dimension with a closed list of values or of numbers, or draw a bar.`,
        )
  for (const { id } of dimensions)
    if (rule.onlyDimensions && !rule.onlyDimensions.includes(id))
      add(
        'other_dimension',
        '/dimensions',
        `A ${panel.kind} cannot be split by \`${id}\`, only by: ${rule.onlyDimensions.join(', ')}. Take that, or draw a bar.`,
      )
  return problems
}

type Add = (code: string, place: string, message: string) => void

function checkCounts({ kind, metrics, dimensions }: DrawnPanel, rule: PanelRule, add: Add): void {
  const split = dimensions ?? []
  if (metrics.length < rule.metrics.least)
    add('too_few_metrics', '/metrics', `A ${kind} needs ${spanWords(rule.metrics, 'metric')}. Add one.`)
  if (metrics.length > rule.metrics.most)
    add(
      'too_many_metrics',
      '/metrics',
      `A ${kind} shows ${spanWords(rule.metrics, 'metric')}. Leave some out, or draw a table.`,
    )
  if (split.length < rule.dimensions.least)
    add('too_few_dimensions', '/dimensions', `A ${kind} needs a dimension to split by. Name one in "dimensions".`)
  if (split.length > rule.dimensions.most)
    add(
      'too_many_dimensions',
      '/dimensions',
      rule.dimensions.most === 0
        ? `A ${kind} is not split. Leave "dimensions" out, or draw a bar or a table.`
        : `A ${kind} is split by ${rule.dimensions.most} at most. Leave some dimensions out, or draw a table.`,
    )
  if (rule.isSplitOrSeveral && metrics.length > 1 && split.length > 0)
    add(
      'split_and_several',
      '/dimensions',
      `A ${kind} shows several metrics or one that is split, not both. Keep one metric, or draw a table.`,
    )
  for (const [place, list] of [
    ['/metrics', metrics],
    ['/dimensions', split],
  ] as const)
    if (new Set(list).size < list.length)
      add('named_twice', place, `A name stands twice in "${place.slice(1)}". Leave one of them out.`)
}

function checkSplits(
  metric: Metric,
  { only }: DrawnPanel,
  dimensions: readonly Dimension[],
  catalogue: Catalogue,
  add: Add,
): void {
  const has = () => {
    const names = dimensionsOf(catalogue, metric).map(({ id }) => id)
    return names.length === 0 ? 'nothing' : names.join(', ')
  }
  for (const { id, columns } of dimensions)
    if (!isCountedFrom(metric, columns))
      add(
        'impossible_split',
        '/dimensions',
        `Metric \`${metric.id}\` cannot be split by \`${id}\`. It can be split by: ${has()}.`,
      )
  if (!only) return
  const known = catalogue.dimensions.get(only.dimension)
  if (known === undefined)
    add('unknown_dimension', '/only/dimension', unknown('dimension', only.dimension, catalogue.dimensions.keys()))
  else if (!isCountedFrom(metric, known.columns))
    add(
      'impossible_filter',
      '/only/dimension',
      `Metric \`${metric.id}\` cannot be filtered by \`${only.dimension}\`. It can be filtered by: ${has()}.`,
    )
}

function checkMetric(metric: Metric, { kind, dimensions }: DrawnPanel, rule: PanelRule, add: Add): void {
  const isOfParts = rule.isOfParts || dimensions?.some((id) => rule.addsUpBy?.includes(id))
  if (isOfParts && !metric.additive)
    add(
      'not_additive',
      '/metrics',
      `A ${kind} draws parts of a whole, and parts of \`${metric.id}\` do not add up. Draw a bar or a table, or take a metric that adds up.`,
    )
  if (rule.onlyMetrics && !rule.onlyMetrics.includes(metric.id))
    add('other_metric', '/metrics', `${kind} are of one of: ${rule.onlyMetrics.join(', ')}. Take one of these.`)
  if (rule.needsRows && metric.fact === monthsFact)
    add(
      'no_records',
      '/metrics',
      `\`${metric.id}\` is set for a month and has no records. Take a metric that counts something.`,
    )
}

/** One axis, one unit; whatever is picked. */
function checkUnits(
  { kind, metrics }: DrawnPanel,
  rule: PanelRule,
  { catalogue, picker }: Pick<Place, 'catalogue' | 'picker'>,
  add: Add,
): void {
  if (!rule.hasOneUnit || metrics.length < 2) return
  const choices = metrics.includes(pickedMetric) ? picker : [pickedMetric]
  for (const picked of choices) {
    const units = new Set(metrics.flatMap((id) => catalogue.metrics.get(id === pickedMetric ? picked : id)?.unit ?? []))
    if (units.size < 2) continue
    add(
      'several_units',
      '/metrics',
      `The metrics of a ${kind} stand on one axis and must be of one unit; these are in ${[...units].join(', ')}. Leave some out, or draw cards or a table.`,
    )
    return
  }
}

function checkTime({ kind, dimensions, granularity, cycle }: DrawnPanel, rule: PanelRule, add: Add): void {
  const cut = granularity ?? null
  if (!rule.granularities.includes(cut)) {
    const possible = rule.granularities.map((one) => (one === null ? 'none' : `"${one}"`)).join(', ')
    add(
      'impossible_granularity',
      '/granularity',
      `A ${kind} cannot be cut ${cut === null ? 'by nothing' : `by "${cut}"`}. Its granularity is one of: ${possible}.`,
    )
  }
  if (rule.needsAxis && cut === null && (dimensions ?? []).length === 0)
    add('no_axis', '/dimensions', `A ${kind} stands over time or over a dimension. Name a dimension, or a granularity.`)
  if (cycle === 'mean' && !isCyclic(cut))
    add(
      'impossible_cycle',
      '/cycle',
      `"cycle": "mean" needs a cyclic granularity: ${panelGranularities.filter(isCyclic).join(', ')}.`,
    )
}

export const isCyclic = (granularity: PanelGranularity | null): boolean =>
  granularity !== null && granularity !== 'auto' && granularity !== 'month'

function spanWords({ least, most }: Span, noun: string): string {
  if (least === most) return least === 1 ? `exactly one ${noun}` : `${least} ${noun}s`
  return `${least} to ${most} ${noun}s`
}

export function unknown(noun: 'metric' | 'dimension', id: string, known: Iterable<string>): string {
  return `There is no ${noun} \`${id.slice(0, 60)}\`. GET /v1/${noun}s lists them all.${didYouMean(id.slice(0, 60), known)}`
}
