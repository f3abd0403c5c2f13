import { newKey } from '../account/keys.ts'
import { parseInput } from '../parse-input.ts'
import { command } from './command.ts'
import { actor, withAccount } from './with-account.ts'

export const keysCreate = command({
  description: 'Create an API key. It is shown this once: only its hash is kept.',
  args: {
    organization: { type: 'string', required: true, valueHint: 'id', description: 'Whose key it is.' },
    scope: {
      type: 'string',
      valueHint: 'scopes',
      description: 'What it may do: ingest, query, admin, separated by commas. Needed for a secret key.',
    },
    publishable: { type: 'boolean', description: 'A key for pages: it can only send visitor events, from --origin.' },
    origin: { type: 'string', valueHint: 'origins', description: 'Where a publishable key may be used, by commas.' },
    name: { type: 'string', valueHint: 'name', description: 'What people call it.' },
  },
  run: (args, surroundings) =>
    withAccount(surroundings, async (account) => {
      const input = {
        name: args.name,
        kind: args.publishable ? 'publishable' : 'secret',
        scopes: parts(args.scope),
        origins: parts(args.origin),
      }
      const parsed = parseInput(newKey, input, 'the command line')
      const organization = await account.organizations.find(args.organization)
      const { key, secret } = await account.keys.create(organization.id, parsed, actor)
      const { id, prefix, kind, scopes, origins, name } = key
      return {
        json: { id, key: secret, organization_id: organization.id, name, kind, prefix, scopes, origins },
        text: `Created key "${name}" of "${organization.name}" (${scopes.join(', ')}). It is shown this once:\n${secret}`,
      }
    }),
})

function parts(text: string | undefined): string[] | undefined {
  return text?.split(',').map((part) => part.trim())
}
