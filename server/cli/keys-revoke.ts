import { limits } from '../limits.ts'
import { command } from './command.ts'
import { actor, withAccount } from './with-account.ts'

export const keysRevoke = command({
  description: `Revoke a key. A running server refuses it within ${limits.keyCacheMs / 1000} seconds.`,
  args: {
    id: { type: 'positional', required: true, description: 'The id of the key, as `parley keys list` shows it.' },
  },
  run: (args, surroundings) =>
    withAccount(surroundings, async (account) => {
      const everywhere = (await account.organizations.list()).map(({ id }) => id)
      const key = await account.keys.revoke(args.id, everywhere, actor)
      return {
        json: { id: key.id, revoked_at: new Date(key.revoked_at ?? 0).toISOString() },
        text: `Revoked key "${key.name}" (${key.prefix}…).`,
      }
    }),
})
