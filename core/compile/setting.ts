import type { Sight } from '../query/lookups.ts'
import { literal } from '../sql/literal.ts'

/** A number that an organization has set. */
export function settingOf(name: string, organizationId: string, { lookups }: Sight): number {
  const value = lookups.settings.get(organizationId)?.[name]
  if (typeof value !== 'number') throw new Error(`Organization ${organizationId} has no number for ${name}.`)
  return value
}

/** A number that each organization has set, for the organization of the row. */
export function settingSql(name: string, sight: Sight): string {
  const { organizationIds } = sight.scope
  const values = organizationIds.map((organizationId) => literal(settingOf(name, organizationId, sight)))
  const [first = '0'] = values
  if (values.every((value) => value === first)) return first
  const organizations = organizationIds.map((organizationId) => literal(organizationId))
  return `transform(organization_id, [${organizations.join(', ')}], [${values.join(', ')}], ${first})`
}
