import { dayMs } from '@parley/core/time/granularity.ts'
import type { Measure } from '../measurement.ts'
import { startRemote } from '../processes/remote.ts'
import type { ServingSetup, servingCommands } from '../processes/serving.ts'
import { withDirectory } from '../processes/temporary.ts'
import { mebibytes, usageOf } from '../processes/usage.ts'
import { dashboardsTable } from './dashboards.ts'
import { settlingTable } from './ingest-tables.ts'

const wholeDays = 365
const quickDays = 60

/** The demo's past sent and settled, as `npm run demo` does it, with its live traffic beside it: ten organizations at once. */
export const demo: Measure = async (task, say) => {
  const days = task.seconds < 30 ? quickDays : wholeDays
  say(`demo: ${days} days`)
  return withDirectory(null, async (dataDirectory) => {
    const setup: ServingSetup = { dataDirectory }
    const server = startRemote<typeof servingCommands>(new URL('../processes/serving.ts', import.meta.url), setup)
    try {
      const address = await server.call('address')
      await server.call('flushes')
      const before = usageOf(server.pid)
      const { events, recentSeconds, seconds, key, asOf } = await server.call('demo', { pastMs: days * dayMs })
      const after = usageOf(server.pid)
      const cpuSeconds = before && after && after.cpuSeconds - before.cpuSeconds
      const mainThread = before && after && after.mainThreadCpuSeconds - before.mainThreadCpuSeconds
      return [
        {
          title: `The demo, ${days} days`,
          columns: ['figure', 'Parley'],
          rows: [
            ['events', events],
            ['the last days there (s)', recentSeconds],
            ['all of it there (s)', seconds],
            ['events settled/s', events / seconds],
            ['CPU time (s)', cpuSeconds],
            ['… of it in the main thread', mainThread],
            ['CPU time an event (µs)', cpuSeconds && (cpuSeconds / events) * 1e6],
            ['peak RSS (MiB)', mebibytes(after?.peakBytes)],
          ],
          notes: [
            'Made, sent, settled and asked about by one process; its live traffic and the benchmarks of its organizations are in the figures.',
          ],
        },
        settlingTable({ title: 'the demo' }, await server.call('flushes')),
        await dashboardsTable('The dashboards of the demo', { address, key, pid: server.pid }, asOf, days),
      ]
    } finally {
      await server.stop()
    }
  })
}
