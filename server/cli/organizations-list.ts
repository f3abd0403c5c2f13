import { command } from './command.ts'
import { table } from './table.ts'
import { withAccount } from './with-account.ts'

export const organizationsList = command({
  description: 'List the organizations, each parent before its children.',
  args: {},
  run: (_args, surroundings) =>
    withAccount(surroundings, async (account) => {
      const organizations = await account.organizations.list()
      const rows = organizations.map(({ id, name, level, time_zone }) => [id, '  '.repeat(level) + name, time_zone])
      return {
        json: {
          organizations: organizations.map((organization) => ({
            ...organization,
            created_at: new Date(organization.created_at).toISOString(),
          })),
        },
        text:
          rows.length > 0
            ? table(['ID', 'NAME', 'TIME ZONE'], rows)
            : 'There is no organization yet. `parley organizations create --name NAME` makes one.',
      }
    }),
})
