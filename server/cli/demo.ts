import { join } from 'node:path'
import type { Services } from '../api/services.ts'
import { welcomeUrl } from '../api/welcome-url.ts'
import { renewBenchmarks } from '../demo/benchmarks.ts'
import { type Demo, startDemo } from '../demo/demo.ts'
import { whenSettled } from '../demo/settled.ts'
import { command } from './command.ts'
import { serveUntilStopped } from './serve-until-stopped.ts'

export const demo = command({
  description:
    'Start a server with a demo: ten organizations in a tree, a year of what happened in them and live traffic, in a directory of its own beside your data. Prints a link that signs you in; older months come in while you look around.',
  args: {},
  run: async (_args, surroundings) => {
    const configured = surroundings.config()
    // Whatever else is configured, the demo stays by itself.
    const config = { ...configured, dataDirectory: join(configured.dataDirectory, 'demo'), postgresUrl: null }
    return serveUntilStopped(config, surroundings, async ({ address, services, ready }, stopping) => {
      const progress = surroundings.progress()
      progress.begin('Making the last days', null)
      await ready
      const demo = await startDemo(services, { stopping, onProgress: (part) => progress.to(part) })
      await whenSettled(services.settling, stopping)
      progress.end()
      const origin = config.publicUrl ?? address
      const link = welcomeUrl(origin, demo.token)
      const json = { address: origin, link, organization_id: demo.organizationId, events: demo.added }
      const text = [
        `The demo of Parley is at ${origin}`,
        '',
        'This link signs you in, once, within a day:',
        '',
        `  ${link}`,
        '',
        'The last days are there; older months come in while you look around.',
      ].join('\n')
      surroundings.print({ json, text })
      progress.begin('Older months are coming in', 1)
      const complete = completeYear(services, demo, stopping).finally(() => progress.end())
      return {
        async stop() {
          await demo.stop()
          await complete
        },
      }
    })
  },
})

/** When all months are there the benchmarks are computed again, with them. */
async function completeYear(services: Services, demo: Demo, stopping: AbortSignal): Promise<void> {
  try {
    await renewBenchmarks(services, stopping)
    if (await demo.whole) await renewBenchmarks(services, stopping)
  } catch (error) {
    if (!stopping.aborted) services.log.warn({ err: error }, 'the demo could not compute its benchmarks')
  }
}
