import { welcomeUrl } from '../api/welcome-url.ts'
import { command } from './command.ts'
import { serveUntilStopped } from './serve-until-stopped.ts'

export const serve = command({
  description: 'Start the server and go on until SIGTERM or SIGINT; then finish what is under way and exit with 0.',
  args: {},
  run: async (_args, surroundings) => {
    const config = surroundings.config()
    return serveUntilStopped(config, surroundings, async ({ address, ownerPath }) => {
      const origin = config.publicUrl ?? address
      const ownerLink = ownerPath === null ? null : welcomeUrl(origin, ownerPath.split('/').at(-1) ?? '')
      surroundings.print({ json: { address: origin, owner_link: ownerLink }, text: greeting(origin, ownerLink) })
      return undefined
    })
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
