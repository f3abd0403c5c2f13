import type { DashboardView } from '@parley/core/dashboards/panel-question.ts'
import type { FilterRequest } from '@parley/core/query/request.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'

/** A dashboard as its reader sees it: what is chosen for all of its panels. */
export type DashboardWorkbookRequest = Omit<DashboardView<FilterRequest>, 'picked'> & {
  readonly time_zone?: string | undefined
  /** The metric of the picker; its first when absent or not offered. */
  readonly metric?: string | undefined
}

/** A panel in the workbook. */
export type WorkbookPart = {
  readonly title: string
  /** Its sheet; null where the filters leave nothing to ask. */
  readonly sheet: string | null
  /** What it was asked of. */
  readonly range: TimeRange | null
  readonly notes: readonly string[]
}
