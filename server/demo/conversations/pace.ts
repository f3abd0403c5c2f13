import type { Channel } from '../organizations/organization.ts'

/** How fast people are on a channel. */
export type Pace = {
  /** How long a contact takes to write back, in seconds, as a median. */
  readonly thinkingSeconds: number
  /** How many times as long as on a site an agent takes: nobody sits and waits. */
  readonly calm: number
  /** How often the contact is still there when the agent writes. */
  readonly isOnline: number
  /** What the channel takes for a message of an agent, in euros; null where it is free. */
  readonly messagePrice: number | null
}

const site: Pace = { thinkingSeconds: 38, calm: 1, isOnline: 0.96, messagePrice: null }
const messenger: Pace = { thinkingSeconds: 130, calm: 1.7, isOnline: 0.55, messagePrice: null }
const mail: Pace = { thinkingSeconds: 5_400, calm: 25, isOnline: 0.1, messagePrice: null }

const paces: Readonly<Partial<Record<Channel, Pace>>> = {
  web: site,
  alice: site,
  yandex: site,
  api: site,
  email: mail,
  facebook: { ...messenger, calm: 3 },
  whatsapp: { ...messenger, messagePrice: 0.0089 },
  sms: { ...messenger, messagePrice: 0.065 },
}

export function paceOf(channel: Channel): Pace {
  return paces[channel] ?? messenger
}
