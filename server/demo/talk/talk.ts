import type { Desk } from '../world.ts'
import { english } from './en.ts'
import { dutch } from './nl.ts'
import { russian } from './ru.ts'

export type Language = 'en' | 'nl' | 'ru'

export type Lines = readonly [string, ...string[]]

/** What people talk about. */
export const topics = ['new_bike', 'test_ride', 'accessories', 'repair', 'order_status', 'warranty'] as const
export type Topic = (typeof topics)[number]

/** What a shop's people say. */
export type Talk = {
  readonly firstNames: Lines
  readonly lastNames: Lines
  readonly greetings: Lines
  readonly openers: Readonly<Record<Topic, Lines>>
  /** What the agent says, and what the contact answers. */
  readonly exchanges: Readonly<Record<Topic, readonly [readonly [string, string], ...(readonly [string, string])[]]>>
  readonly closings: Lines
  readonly thanks: Lines
  /** When nobody answers. */
  readonly nudges: Lines
  readonly followUps: Lines
  readonly bot: {
    readonly welcome: Lines
    readonly answers: Lines
    readonly handover: Lines
    readonly closed: Lines
  }
  readonly transferred: string
  readonly notes: Lines
  readonly praise: Lines
  readonly complaints: Lines
}

export const talks: Readonly<Record<Language, Talk>> = { en: english, nl: dutch, ru: russian }

/** Who takes it, and where on the site it begins. */
export const topicDetails: Readonly<
  Record<Topic, { readonly desk: Desk; readonly path: string; readonly weight: number }>
> = {
  new_bike: { desk: 'sales', path: '/bikes/e-bikes', weight: 0.26 },
  test_ride: { desk: 'sales', path: '/test-ride', weight: 0.12 },
  accessories: { desk: 'sales', path: '/accessories', weight: 0.13 },
  repair: { desk: 'service', path: '/workshop', weight: 0.22 },
  order_status: { desk: 'service', path: '/account/orders', weight: 0.18 },
  warranty: { desk: 'service', path: '/service/warranty', weight: 0.09 },
}
