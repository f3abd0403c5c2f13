import type { Services } from '../api/services.ts'
import { settingsOf, trackedUrlsOf } from './decisions.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import { organizations } from './organizations/organizations.ts'

/** Nobody changes the demo but the demo. */
export const actor = 'system'

type Accounts = Pick<Services, 'account' | 'settings' | 'trackedUrls'>

/** The organizations of the demo, made where they are missing: their ids by key. */
export async function findOrganizations({ account }: Accounts): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const there = await account.organizations.list()
  for (const { key, name, parent, timeZone } of organizations) {
    const parent_id = parent === null ? null : (ids.get(parent) ?? null)
    const input = { name, parent_id, time_zone: timeZone }
    const found = there.find((one) => one.name === name && one.parent_id === parent_id)
    ids.set(key, (found ?? (await account.organizations.create(input, actor))).id)
  }
  return ids
}

/** What the organizations have decided, for the first time: what somebody changes later stays. */
export async function decideAll(accounts: Accounts, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const organization of organizations) await decide(accounts, organization, ids.get(organization.key) ?? '')
}

async function decide({ settings, trackedUrls }: Accounts, organization: DemoOrganization, id: string): Promise<void> {
  await settings.change(id, settingsOf(organization), actor)
  const there = new Set((await trackedUrls.list([id])).map(({ label }) => label))
  for (const one of trackedUrlsOf(organization))
    if (!there.has(one.label)) await trackedUrls.create(id, { label: one.label, patterns: [...one.patterns] }, actor)
}
