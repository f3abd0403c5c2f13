import closeWithGrace from 'close-with-grace'
import { welcomeUrl } from '../api/welcome-url.ts'
import { start } from '../main.ts'
import { command } from './command.ts'
import { announceServer } from './running-server.ts'

/** Stopping takes longer than this only when something hangs; then the process ends anyway, with exit code 1. */
const graceMs = 9_500

export const serve = command({
  description: 'Start the server and go on until SIGTERM or SIGINT; then finish what is under way and exit with 0.',
  args: {},
  run: async (_args, { config: readConfig, print, say }) => {
    const config = readConfig()
    const starting = start(config)
    let withdraw = () => {}
    const grace = closeWithGrace(
      { delay: graceMs, logger: false, onTimeout: () => say('Stopping takes too long: giving up.') },
      async ({ err }) => {
        if (err) say(err.stack ?? String(err))
        withdraw()
        await (await starting).close()
      },
    )
    try {
      const { address, ownerPath, services } = await starting
      withdraw = announceServer(config.dataDirectory, address, services.operatorToken)
      const origin = config.publicUrl ?? address
      const ownerLink = ownerPath === null ? null : welcomeUrl(origin, ownerPath.split('/').at(-1) ?? '')
      print({ json: { address: origin, owner_link: ownerLink }, text: greeting(origin, ownerLink) })
    } catch (error) {
      grace.uninstall()
      throw error
    }
    // The process ends by a signal, through the above.
    return new Promise<never>(() => {})
  },
})

function greeting(origin: string, ownerLink: string | null): string {
  const lines = [`Parley is at ${origin}`]
  if (ownerLink)
    lines.push(
      '',
      'It has no owner yet. Open this link, once, within a day, to become its owner:',
      '',
      `  ${ownerLink}`,
    )
  return lines.join('\n')
}
