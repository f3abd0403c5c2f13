import { softwareEn } from '../talk/trades/software-en.ts'
import { agent } from './agents.ts'
import { neighbours } from './neighbours.ts'
import type { DemoOrganization } from './organization.ts'
import { seasons } from './seasons.ts'
import { veloGroup, veloRiga, veloUtrecht, veloZeist } from './velo.ts'

/** Who runs the platform for all the others. */
const vendor: DemoOrganization = {
  key: 'parlance',
  name: 'Parlance Services',
  parent: null,
  timeZone: 'Europe/Amsterdam',
  language: 'en',
  businessType: 'software',
  trade: softwareEn,
  seasons: seasons.software,
  site: 'https://www.parlance-services.example',
  countries: { NL: 0.5, GB: 0.2, DE: 0.15, LV: 0.15 },
  conversations: 3,
  visits: 24,
  calls: 2,
  notifications: 3,
  invitations: 0,
  channels: { web: 0.4, slack: 0.25, email: 0.2, api: 0.1, skype: 0.05 },
  agents: [
    agent('ruth', 'Ruth Okafor', 'service', 'quick', 'early', { level: 0 }),
    agent('matthijs', 'Matthijs Vreeland', 'sales', 'steady', 'late', { level: 0 }),
  ],
  bots: [],
  contacts: 60,
  slaTargetSeconds: 180,
}

/** The organizations of the demo, each after the one above it: a vendor, a brand with its dealers, and others. */
export const organizations: readonly [DemoOrganization, ...DemoOrganization[]] = [
  vendor,
  veloGroup,
  veloUtrecht,
  veloZeist,
  veloRiga,
  ...neighbours,
]
