import type { Measure } from './measurement.ts'
import { demo } from './measurements/demo.ts'
import { disk } from './measurements/disk.ts'
import { ingest } from './measurements/ingest.ts'
import { neighbours } from './measurements/neighbours.ts'
import { panels } from './measurements/panels.ts'
import { queries } from './measurements/queries.ts'
import { rebuild } from './measurements/rebuild.ts'
import { start } from './measurements/start.ts'

/** Every measurement by name, in the order in which they run. A new one is a file and a line here. */
export const measurements = {
  ingest,
  rebuild,
  queries,
  panels,
  neighbours,
  disk,
  start,
  demo,
} as const satisfies Record<string, Measure>

export type MeasurementName = keyof typeof measurements
