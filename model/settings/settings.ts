import { z } from 'zod'
import { sessionTimeoutSeconds } from '../conversations/session-timeout.ts'
import { channels } from '../events/channel.ts'
import { declareSetting } from './setting.ts'

const monthlyNumber = (what: string) =>
  declareSetting<number | null>({
    what,
    schema: z.int().min(0).max(1_000_000_000).nullable(),
    default: null,
    changes: 'answers',
    isInherited: false,
  })

const businessType = z.string().trim().min(1).max(200)

/** Every setting of an organization, in the order in which they are shown. A new one is an entry here. */
export const settings = {
  session_timeouts: declareSetting<Readonly<Record<string, number>>>({
    what: 'Seconds of silence after which the next message begins a new session, by channel; `other` stands for the channels that are not named.',
    schema: z.partialRecord(
      z.enum([...channels, 'other']),
      z
        .int()
        .min(60)
        .max(30 * 24 * 3600),
    ),
    default: sessionTimeoutSeconds,
    changes: 'facts',
    isInherited: false,
  }),
  attribution_window_days: declareSetting<number>({
    what: 'Days after the start of a conversation in which an order belongs to it.',
    schema: z.int().min(1).max(365),
    default: 30,
    changes: 'answers',
    isInherited: false,
  }),
  sla_target_seconds: declareSetting<number>({
    what: 'Seconds within which a contact should have the first answer of an agent.',
    schema: z
      .int()
      .min(1)
      .max(30 * 24 * 3600),
    default: 60,
    changes: 'answers',
    isInherited: false,
  }),
  business_type: declareSetting<string | null>({
    what: 'The kind of business, for its conversion rate and the benchmark.',
    schema: businessType.nullable(),
    default: null,
    changes: 'answers',
    isInherited: false,
  }),
  conversion_rates: declareSetting<Readonly<Record<string, number>>>({
    what: 'Of the visitors of a site, the share that is expected to chat, by business type: 0.03 is 3 %.',
    schema: z
      .record(businessType, z.number().min(0).max(1))
      .refine((rates) => Object.keys(rates).length <= 100, 'Conversion rates are set for at most 100 business types.'),
    default: {},
    changes: 'answers',
    // Experience of the one who runs the platform, which those below it benefit from.
    isInherited: true,
  }),
  potential_visitors: monthlyNumber('Visitors of all its sites in a month.'),
  potential_sales_agents: monthlyNumber('People in sales who could chat.'),
  potential_service_advisers: monthlyNumber('Service advisers who could chat.'),
  potential_leads: monthlyNumber('Leads in a month, from everywhere.'),
  potential_workshop_appointments: monthlyNumber('Workshop appointments in a month.'),
} as const

export type SettingName = keyof typeof settings

/** What an organization has set, what it inherits, and the defaults of the rest. */
export type Settings = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends { readonly default: infer Value } ? Value : never
}

/** What holds where nobody has set anything. */
export const defaultSettings = Object.fromEntries(
  Object.entries(settings).map(([name, { default: value }]) => [name, value]),
) as Settings

export const settingNames = Object.keys(settings) as readonly SettingName[]

/** How long a conversation on a channel may be silent before the next message begins a new session, in seconds. */
export function sessionTimeoutOf({ session_timeouts }: Pick<Settings, 'session_timeouts'>, channel: string): number {
  const timeouts: Readonly<Record<string, number>> = { ...sessionTimeoutSeconds, ...session_timeouts }
  return timeouts[channel] ?? timeouts.other ?? sessionTimeoutSeconds.other
}
