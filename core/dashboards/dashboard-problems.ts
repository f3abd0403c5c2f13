import { pickedMetric } from '../declare/dashboard.ts'
import { isCountedFrom } from '../declare/metric.ts'
import type { Problem } from '../errors/app-error.ts'
import type { Catalogue } from '../query/catalogue.ts'
import { type DrawnPanel, panelProblems, unknown } from './panel-problems.ts'

/** What is checked of a dashboard, whether we declare it or somebody composes it. */
export type CheckedDashboard = {
  readonly filters: readonly string[]
  readonly picker?: readonly string[] | undefined
  readonly panels: readonly (DrawnPanel & { readonly id: string })[]
}

/**
 * Everything that is wrong with a dashboard, with JSON pointers into it: what `panelProblems` says of each panel, and
 * `panel_named_twice`, `useless_filter`, `unknown_metric` and `unknown_dimension` of the rest.
 */
export function dashboardProblems(dashboard: CheckedDashboard, catalogue: Catalogue): Problem[] {
  const { filters, picker = [], panels } = dashboard
  const problems: Problem[] = []
  picker.forEach((id, index) => {
    if (!catalogue.metrics.has(id))
      problems.push({
        code: 'unknown_metric',
        message: unknown('metric', id, catalogue.metrics.keys()),
        pointer: `/picker/${index}`,
      })
  })
  panels.forEach((panel, index) => {
    const pointer = `/panels/${index}`
    problems.push(...panelProblems(panel, { catalogue, picker, pointer }))
    if (panels.findIndex(({ id }) => id === panel.id) < index)
      problems.push({
        code: 'panel_named_twice',
        message: `Two panels have the id "${panel.id}". Give each an id of its own.`,
        pointer: `${pointer}/id`,
      })
  })
  const shown = panels.flatMap(({ metrics }) => metrics.flatMap((id) => (id === pickedMetric ? picker : [id])))
  filters.forEach((id, index) => {
    const pointer = `/filters/${index}`
    const dimension = catalogue.dimensions.get(id)
    if (dimension === undefined)
      problems.push({
        code: 'unknown_dimension',
        message: unknown('dimension', id, catalogue.dimensions.keys()),
        pointer,
      })
    else if (panels.length > 0 && !shown.some((metric) => isKnownBy(metric, dimension.columns, catalogue)))
      problems.push({
        code: 'useless_filter',
        message: `No panel can be filtered by \`${id}\`. Leave the filter out, or add a panel with a metric that has it.`,
        pointer,
      })
  })
  return problems
}

function isKnownBy(id: string, columns: Readonly<Record<string, unknown>>, catalogue: Catalogue): boolean {
  const metric = catalogue.metrics.get(id)
  return metric !== undefined && isCountedFrom(metric, columns)
}
