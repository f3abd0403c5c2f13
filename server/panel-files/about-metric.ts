import type { RecordsRequest } from '@parley/core/query/request.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { metricText } from '@parley/model/texts/index.ts'
import { ask } from '../ask/ask.ts'
import type { Asker, AskServices } from '../ask/asking.ts'
import { aboutSheet } from '../ask/export/xlsx/about-sheet.ts'
import type { Sheet } from '../ask/export/xlsx/workbook-plan.ts'

/** What was asked of one metric, when and of whom, with its number over the whole range. */
export async function aboutMetric(
  services: AskServices,
  asker: Asker,
  { metric, range, time_zone, filters = [] }: Pick<RecordsRequest, 'metric' | 'range' | 'time_zone' | 'filters'>,
  signal: AbortSignal,
): Promise<{ readonly title: string; readonly timeZone: string; readonly sheet: Sheet }> {
  const language = asker.language ?? 'en'
  const request = { metrics: [metric], range, filters, ...(time_zone === undefined ? {} : { time_zone }) }
  const answer = await ask(services, asker, request, signal)
  const names = filters.length > 0 ? await services.namesOf(await services.scopeOf(asker.organizationId)) : new Map()
  return {
    title: metricText(catalogue.metrics.get(metric) ?? { id: metric }, language).title,
    timeZone: answer.time_zone,
    sheet: aboutSheet(request, answer, null, names, language),
  }
}
