import type { channels } from '@parley/model/events/channel.ts'
import type { Desk, Language, Trade } from '../talk/talk.ts'

export type Channel = (typeof channels)[number]

/** Someone who answers, with a character. */
export type Agent = {
  readonly id: string
  readonly name: string
  readonly desk: Desk
  /** 0 and 1: of the vendor; 2 and 3: of the customer itself. */
  readonly level: 0 | 1 | 2 | 3
  /** How long an answer takes on a quiet day, as a median. */
  readonly replySeconds: number
  /** How often an offered conversation is let pass. */
  readonly skips: number
  /** What contacts think of it, from 1 to 5, on average. */
  readonly rating: number
  /** How often a conversation leads to something. */
  readonly effective: number
  /** How often there is a word of welcome. */
  readonly greets: number
  /** Working days (1 = Monday) and local hours. */
  readonly days: readonly number[]
  readonly from: number
  readonly to: number
  /** Which part of the year it works here: 0 is its beginning, 1 its end. */
  readonly joins: number
  readonly leaves: number
}

export type Bot = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly channels: readonly Channel[]
}

/** One organization of the demo. Numbers of things are those of an ordinary day. */
export type DemoOrganization = {
  /** Part of every id of it. */
  readonly key: string
  readonly name: string
  /** The `key` of the one above. */
  readonly parent: string | null
  readonly timeZone: string
  readonly language: Language
  readonly businessType: string
  readonly trade: Trade
  /** How busy each month is, January first. */
  readonly seasons: readonly number[]
  readonly site: string
  /** How often its visitors come from which country (ISO 3166). */
  readonly countries: Readonly<Record<string, number>>
  readonly conversations: number
  readonly visits: number
  readonly calls: number
  readonly notifications: number
  readonly invitations: number
  /** Where it is written to, and how often. */
  readonly channels: Readonly<Partial<Record<Channel, number>>>
  readonly agents: readonly [Agent, ...Agent[]]
  readonly bots: readonly Bot[]
  /** People who are known by name. */
  readonly contacts: number
  /** Within how many seconds it wants to have answered. */
  readonly slaTargetSeconds: number
}

export function touchpointId({ key }: DemoOrganization, channel: Channel): string {
  return `${key}-${channel}`
}

/** A telephone line: a touchpoint too. */
export function trunkId({ key }: DemoOrganization, line: number): string {
  return `${key}-trunk-${line}`
}

export function deskId({ key }: DemoOrganization, desk: Desk): string {
  return `${key}-${desk}`
}
