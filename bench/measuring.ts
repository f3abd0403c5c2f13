import type { Measure, Table, Task } from './measurement.ts'
import { disk } from './measurements/disk.ts'
import { ingest } from './measurements/ingest.ts'
import { queries } from './measurements/queries.ts'
import { rebuild } from './measurements/rebuild.ts'
import { start } from './measurements/start.ts'
import { serveCommands } from './processes/remote.ts'

/** Every measurement by name, in the order in which they run. A new one is a file and a line here. */
const measurements = { ingest, rebuild, queries, disk, start } as const satisfies Record<string, Measure>

export type MeasurementName = keyof typeof measurements

export const measurementNames = Object.keys(measurements) as MeasurementName[]

/** Each measurement runs in a process of its own, so that none inherits what another one left in memory. */
export const measuringCommands = {
  measure: ({ name, task }: { name: MeasurementName; task: Task }): Promise<Table[]> =>
    measurements[name](task, (line) => console.error(line)),
}

if (process.send) serveCommands(measuringCommands)
