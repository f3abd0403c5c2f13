import { newOrganization } from '../account/organizations.ts'
import { parseInput } from '../parse-input.ts'
import { command } from './command.ts'
import { actor, withAccount } from './with-account.ts'

export const organizationsCreate = command({
  description: 'Create an organization: a root, or a child of another one, which then sees it.',
  args: {
    name: { type: 'string', required: true, valueHint: 'name', description: 'What people call it.' },
    parent: { type: 'string', valueHint: 'id', description: 'The organization above it.' },
    'time-zone': {
      type: 'string',
      valueHint: 'zone',
      description: 'IANA name such as Europe/Amsterdam; the parent’s, else UTC, when absent.',
    },
  },
  run: (args, surroundings) =>
    withAccount(surroundings, async (account) => {
      const input = { name: args.name, parent_id: args.parent, time_zone: args['time-zone'] }
      const created = await account.organizations.create(parseInput(newOrganization, input, 'the command line'), actor)
      const text = `Created organization "${created.name}" (level ${created.level}, ${created.time_zone}).\n${created.id}`
      return { json: { ...created, created_at: new Date(created.created_at).toISOString() }, text }
    }),
})
