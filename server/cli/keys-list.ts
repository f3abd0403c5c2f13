import type { Key } from '../account/keys.ts'
import { command } from './command.ts'
import { table } from './table.ts'
import { withAccount } from './with-account.ts'

export const keysList = command({
  description: 'List the keys of an organization, oldest first, revoked ones included.',
  args: { organization: { type: 'string', required: true, valueHint: 'id', description: 'Whose keys.' } },
  run: (args, surroundings) =>
    withAccount(surroundings, async (account) => {
      const { id } = await account.organizations.find(args.organization)
      const keys = await account.keys.list([id])
      return { json: { keys: keys.map(toJson) }, text: keys.length > 0 ? toText(keys) : 'It has no keys.' }
    }),
})

function toJson(key: Key) {
  return {
    ...key,
    created_at: instantText(key.created_at),
    last_used_at: instantText(key.last_used_at),
    revoked_at: instantText(key.revoked_at),
  }
}

function toText(keys: readonly Key[]): string {
  const rows = keys.map((key) => [
    key.id,
    `${key.prefix}…`,
    key.name,
    key.scopes.join(','),
    instantText(key.last_used_at) ?? 'never',
    instantText(key.revoked_at),
  ])
  return table(['ID', 'KEY', 'NAME', 'SCOPES', 'LAST USED', 'REVOKED'], rows)
}

function instantText(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
