import type { Organization } from '../account/organizations.ts'
import { type Surroundings, usageError } from './command.ts'
import { actor, withAccount } from './with-account.ts'

const firstName = 'My organization'

/**
 * The organization a command is about: the one that was named, else the only one. Throws `unknown_organization`, and
 * `usage` when it would have to guess. `createsFirst`: when there is none yet, makes one and says so.
 */
export function oneOrganization(
  surroundings: Surroundings,
  named: string | undefined,
  { createsFirst }: { readonly createsFirst: boolean },
): Promise<Organization> {
  return withAccount(surroundings, async (account) => {
    if (named !== undefined) return account.organizations.find(named)
    const all = await account.organizations.list()
    const [only] = all
    if (only && all.length === 1) return only
    if (all.length > 1) throw severalOrganizations(all)
    if (!createsFirst)
      throw usageError('There is no organization yet, and nothing to take. `parley import FILE` makes the first one.')
    const created = await account.organizations.create({ name: firstName }, actor)
    surroundings.say(`There was no organization yet: created "${created.name}" (${created.id}).`)
    return created
  })
}

function severalOrganizations(all: readonly Organization[]) {
  const list = all.map(({ id, name, level }) => `  ${id}  ${'  '.repeat(level)}${name}`)
  return usageError(['There are several organizations. Say which with --organization ID:', ...list].join('\n'))
}
