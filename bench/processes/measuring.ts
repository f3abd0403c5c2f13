import type { Table, Task } from '../measurement.ts'
import { type MeasurementName, measurements } from '../measurements.ts'
import { serveCommands } from './remote.ts'

/** Each measurement runs in a process of its own, so that none inherits what another one left in memory. */
export const measuringCommands = {
  measure: ({ name, task }: { name: MeasurementName; task: Task }): Promise<Table[]> =>
    measurements[name](task, (line) => console.error(line)),
}

serveCommands(measuringCommands)
