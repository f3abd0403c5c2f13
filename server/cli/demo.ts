import { join } from 'node:path'
import { welcomeUrl } from '../api/welcome-url.ts'
import { startDemo } from '../demo/demo.ts'
import { command } from './command.ts'
import { serveUntilStopped } from './serve-until-stopped.ts'

export const demo = command({
  description:
    'Start a server with a demo: three bicycle shops, five weeks of their conversations and live traffic, in a directory of its own beside your data. Prints a link that signs you in.',
  args: {},
  run: async (_args, surroundings) => {
    const configured = surroundings.config()
    // Whatever else is configured, the demo stays by itself.
    const config = { ...configured, dataDirectory: join(configured.dataDirectory, 'demo'), postgresUrl: null }
    return serveUntilStopped(config, surroundings, async ({ address, services, ready }, stopping) => {
      const progress = surroundings.progress()
      progress.begin('Making conversations', 1)
      const demo = await startDemo(services, { stopping, onProgress: (done, of) => progress.to(done / of) })
      progress.begin('Bringing the numbers up to date', null)
      await ready
      await services.settling.settler().settled()
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
      ].join('\n')
      surroundings.print({ json, text })
      return demo
    })
  },
})
