import type { Settings } from '@parley/model/settings/settings.ts'
import type { NewTrackedUrl } from '../settings/tracked-urls.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import { nameOfTopic } from './talk/talk.ts'

const daysOfMonth = 30

/** Of the visitors of a site, how many the vendor expects to chat. */
const conversionRates = { bicycles: 0.035, travel: 0.03, home: 0.025, telecom: 0.06, software: 0.08 } as const

/** What an organization has set. */
export function settingsOf(organization: DemoOrganization): Partial<Settings> {
  const { parent, businessType, agents, visits, conversations, calls, invitations, slaTargetSeconds } = organization
  const deskSize = (desk: string) => agents.filter((agent) => agent.desk === desk).length
  return {
    business_type: businessType,
    sla_target_seconds: slaTargetSeconds,
    // A round number, as people set it: more than ever came.
    potential_visitors: Math.ceil((visits * daysOfMonth * 1.25) / 100) * 100,
    potential_sales_agents: deskSize('sales') + 1,
    potential_service_advisers: deskSize('service') + 1,
    potential_leads: Math.ceil((conversations * daysOfMonth * 0.9) / 10) * 10,
    potential_workshop_appointments: Math.ceil((invitations * daysOfMonth + calls * daysOfMonth * 0.4) / 10) * 10,
    ...(parent === null && { conversion_rates: conversionRates }),
  }
}

/** The pages that an organization has a name for: where each of its topics begins. */
export function trackedUrlsOf({ site, trade }: DemoOrganization): readonly NewTrackedUrl[] {
  const host = new URL(site).host
  const byPath = Object.entries(trade.topics).map(([topic, { path }]) => ({
    label: nameOfTopic(topic),
    patterns: [`${host}${path}`, `${host}${path}/*`],
  }))
  return [{ label: 'Home', patterns: [`${host}/`] }, ...byPath]
}
