import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import { meaningOf } from '../ask/export/xlsx/about-sheet.ts'
import type { Sheet } from '../ask/export/xlsx/workbook-plan.ts'

/** What each metric of a workbook is. */
export function meaningsSheet(name: string, metrics: readonly string[], language: Language): Sheet {
  const { files, units } = textsIn(language)
  const { definition, about_seconds } = files
  const rows = metrics.flatMap((id) => {
    const metric = catalogue.metrics.get(id)
    if (metric === undefined) return []
    return [[metricText(metric, language).title, units[metric.unit], ...meaningOf(id, language)]]
  })
  const titles = [
    ...[definition.metric, definition.unit, definition.what, definition.when],
    ...[definition.why, definition.formula],
  ]
  const widths = [34, 12, 60, 60, 60, 50]
  return {
    name,
    kind: 'lines',
    columns: widths.map((width) => ({ title: '', width })),
    rows: [[about_seconds], [], titles, ...rows],
  }
}
