import type { Account } from '../account/account.ts'
import { idText, unknownOrganization } from '../account/organizations.ts'
import type { Principal } from '../account/principal.ts'

/** How a request names an organization. */
export const organizationId = idText.optional().meta({ description: 'One of yours; your own when absent.' })

/** The organization a caller means: their own, or one below that they name. Throws `unknown_organization` (404). */
export async function meantOrganization(
  account: Account,
  { organizationId: ownId }: Principal,
  namedId: string | undefined,
): Promise<string> {
  if (namedId === undefined || namedId === ownId) return ownId
  if (!(await account.scopeOf(ownId)).includes(namedId)) throw unknownOrganization(namedId)
  return namedId
}
