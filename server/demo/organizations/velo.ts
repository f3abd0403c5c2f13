import { bicyclesEn } from '../talk/trades/bicycles-en.ts'
import { bicyclesNl } from '../talk/trades/bicycles-nl.ts'
import { bicyclesRu } from '../talk/trades/bicycles-ru.ts'
import { agent } from './agents.ts'
import type { DemoOrganization } from './organization.ts'
import { seasons } from './seasons.ts'

/** What all bicycle shops have in common. */
export const bicycleShop = { businessType: 'bicycles', seasons: seasons.bicycles } as const

const dutch = { NL: 0.86, BE: 0.08, DE: 0.06 }

/** The brand. */
export const veloGroup: DemoOrganization = {
  ...bicycleShop,
  key: 'velo',
  name: 'Velo Group',
  parent: 'parlance',
  timeZone: 'Europe/Amsterdam',
  language: 'en',
  trade: bicyclesEn,
  site: 'https://www.velo-group.example',
  countries: { NL: 0.4, DE: 0.2, GB: 0.15, BE: 0.12, FR: 0.08, US: 0.05 },
  conversations: 9,
  visits: 100,
  calls: 9,
  notifications: 14,
  invitations: 0,
  channels: { web: 0.54, whatsapp: 0.13, facebook: 0.1, instagram: 0.08, email: 0.1, snapchat: 0.02, sms: 0.03 },
  agents: [
    agent('emma', 'Emma Clarke', 'sales', 'quick', 'early', { level: 1 }),
    agent('oliver', 'Oliver Grant', 'service', 'steady', 'late', { level: 1 }),
    agent('priya', 'Priya Shah', 'sales', 'warm', 'weekend', { level: 1 }),
    agent('tom', 'Tom Becker', 'service', 'slow', 'early', { level: 1, leaves: 0.55 }),
    agent('lucia', 'Lucía Marín', 'service', 'warm', 'early', { level: 1, joins: 0.58 }),
  ],
  bots: [
    { id: 'velo-guide', name: 'Velo Guide', description: 'Helps to find the right bike', channels: ['instagram'] },
  ],
  contacts: 320,
  slaTargetSeconds: 120,
}

export const veloUtrecht: DemoOrganization = {
  ...bicycleShop,
  key: 'utrecht',
  name: 'Velo Utrecht',
  parent: 'velo',
  timeZone: 'Europe/Amsterdam',
  language: 'nl',
  trade: bicyclesNl,
  site: 'https://www.velo-utrecht.example',
  countries: dutch,
  conversations: 8,
  visits: 80,
  calls: 7,
  notifications: 12,
  invitations: 3,
  channels: { web: 0.47, whatsapp: 0.33, telegram: 0.02, facebook: 0.08, email: 0.08, sms: 0.02 },
  agents: [
    agent('anna', 'Anna Visser', 'sales', 'warm', 'early'),
    agent('bram', 'Bram de Wit', 'sales', 'quick', 'late'),
    agent('fatima', 'Fatima El Amrani', 'service', 'steady', 'saturday'),
    agent('joris', 'Joris Smit', 'service', 'slow', 'weekend'),
    agent('utrecht-desk', 'Ruth Okafor', 'service', 'quick', 'evening', { level: 0, joins: 0.3 }),
  ],
  bots: [
    {
      id: 'fietsmaatje',
      name: 'Fietsmaatje',
      description: 'Begroet bezoekers en vraagt waar het over gaat',
      channels: ['web'],
    },
  ],
  contacts: 420,
  slaTargetSeconds: 180,
}

export const veloRiga: DemoOrganization = {
  ...bicycleShop,
  key: 'riga',
  name: 'Velo Riga',
  parent: 'velo',
  timeZone: 'Europe/Riga',
  language: 'ru',
  trade: bicyclesRu,
  site: 'https://www.velo-riga.example',
  countries: { LV: 0.8, EE: 0.1, LT: 0.1 },
  conversations: 6,
  visits: 54,
  calls: 5,
  notifications: 10,
  invitations: 2,
  channels: { web: 0.3, whatsapp: 0.16, telegram: 0.26, viber: 0.12, vkontakte: 0.06, facebook: 0.05, email: 0.05 },
  agents: [
    agent('irina', 'Ирина Петрова', 'sales', 'warm', 'early'),
    agent('dmitri', 'Дмитрий Соколов', 'service', 'slow', 'late'),
    agent('marta', 'Marta Ozola', 'sales', 'quick', 'weekend'),
    agent('alexei', 'Алексей Волков', 'service', 'steady', 'saturday'),
  ],
  bots: [
    {
      id: 'velobot',
      name: 'Велобот',
      description: 'Отвечает на простые вопросы в Telegram и Viber',
      channels: ['telegram', 'viber'],
    },
  ],
  contacts: 300,
  slaTargetSeconds: 180,
}

/** A second shop of the dealer in Utrecht. */
export const veloZeist: DemoOrganization = {
  ...bicycleShop,
  key: 'zeist',
  name: 'Velo Zeist',
  parent: 'utrecht',
  timeZone: 'Europe/Amsterdam',
  language: 'nl',
  trade: bicyclesNl,
  site: 'https://www.velo-zeist.example',
  countries: dutch,
  conversations: 3.5,
  visits: 36,
  calls: 3,
  notifications: 5,
  invitations: 1.5,
  channels: { web: 0.5, whatsapp: 0.38, facebook: 0.06, email: 0.06 },
  agents: [
    agent('sven', 'Sven Kuipers', 'sales', 'steady', 'saturday', { level: 3 }),
    agent('noor', 'Noor Hendriks', 'service', 'warm', 'early', { level: 3 }),
    agent('pim', 'Pim Verhoeven', 'service', 'slow', 'weekend', { level: 3 }),
  ],
  bots: [],
  contacts: 160,
  slaTargetSeconds: 300,
}
