import type { Desk, Language } from './talk/talk.ts'

/** The channels of the demo. */
export const demoChannels = ['web', 'whatsapp', 'telegram', 'facebook', 'email'] as const
export type DemoChannel = (typeof demoChannels)[number]

/** Someone who answers, with a character. */
export type Agent = {
  readonly id: string
  readonly name: string
  readonly desk: Desk
  /** How long an answer takes on a quiet day, as a median. */
  readonly replySeconds: number
  /** How often an offered conversation is let pass. */
  readonly skips: number
  /** What contacts think of it, from 1 to 5, on average. */
  readonly rating: number
  /** How often a conversation leads to something. */
  readonly effective: number
  /** Working days (1 = Monday) and local hours. */
  readonly days: readonly number[]
  readonly from: number
  readonly to: number
}

export type Bot = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly channel: DemoChannel
}

export type Shop = {
  /** Part of every id of the shop. */
  readonly key: string
  readonly name: string
  /** The `key` of the one above. */
  readonly parent: string | null
  readonly timeZone: string
  readonly language: Language
  readonly site: string
  /** Conversations in an ordinary hour of an ordinary day. */
  readonly conversationsPerHour: number
  readonly channels: Readonly<Record<DemoChannel, number>>
  readonly agents: readonly [Agent, ...Agent[]]
  readonly bot: Bot | null
  /** People who write by name: everywhere but on the site. */
  readonly contacts: number
}

const weekdays = [1, 2, 3, 4, 5]
const early = { days: weekdays, from: 8, to: 16.5 }
const late = { days: weekdays, from: 11.5, to: 20.5 }
const weekend = { days: [3, 4, 5, 6, 7], from: 9, to: 17.5 }
const saturday = { days: [2, 3, 4, 5, 6], from: 9, to: 18 }

/** Three bicycle shops: one above, two below it. */
export const shops: readonly [Shop, ...Shop[]] = [
  {
    key: 'group',
    name: 'Velo Group',
    parent: null,
    timeZone: 'Europe/Amsterdam',
    language: 'en',
    site: 'https://www.velo-group.example',
    conversationsPerHour: 3,
    channels: { web: 0.55, whatsapp: 0.14, telegram: 0.03, facebook: 0.13, email: 0.15 },
    agents: [
      {
        id: 'emma',
        name: 'Emma Clarke',
        desk: 'sales',
        replySeconds: 32,
        skips: 0.02,
        rating: 4.7,
        effective: 0.72,
        ...early,
      },
      {
        id: 'oliver',
        name: 'Oliver Grant',
        desk: 'service',
        replySeconds: 85,
        skips: 0.06,
        rating: 4.2,
        effective: 0.6,
        ...late,
      },
      {
        id: 'priya',
        name: 'Priya Shah',
        desk: 'sales',
        replySeconds: 55,
        skips: 0.03,
        rating: 4.5,
        effective: 0.68,
        ...weekend,
      },
      {
        id: 'tom',
        name: 'Tom Becker',
        desk: 'service',
        replySeconds: 210,
        skips: 0.14,
        rating: 3.6,
        effective: 0.45,
        ...early,
      },
    ],
    bot: null,
    contacts: 220,
  },
  {
    key: 'utrecht',
    name: 'Velo Utrecht',
    parent: 'group',
    timeZone: 'Europe/Amsterdam',
    language: 'nl',
    site: 'https://www.velo-utrecht.example',
    conversationsPerHour: 5.2,
    channels: { web: 0.46, whatsapp: 0.33, telegram: 0.02, facebook: 0.1, email: 0.09 },
    agents: [
      {
        id: 'anna',
        name: 'Anna Visser',
        desk: 'sales',
        replySeconds: 28,
        skips: 0.01,
        rating: 4.8,
        effective: 0.75,
        ...early,
      },
      {
        id: 'bram',
        name: 'Bram de Wit',
        desk: 'sales',
        replySeconds: 70,
        skips: 0.05,
        rating: 4.3,
        effective: 0.62,
        ...late,
      },
      {
        id: 'fatima',
        name: 'Fatima El Amrani',
        desk: 'service',
        replySeconds: 48,
        skips: 0.03,
        rating: 4.6,
        effective: 0.66,
        ...saturday,
      },
      {
        id: 'joris',
        name: 'Joris Smit',
        desk: 'service',
        replySeconds: 160,
        skips: 0.1,
        rating: 3.9,
        effective: 0.5,
        ...weekend,
      },
    ],
    bot: {
      id: 'greeter',
      name: 'Fietsmaatje',
      description: 'Begroet bezoekers en vraagt waar het over gaat',
      channel: 'web',
    },
    contacts: 420,
  },
  {
    key: 'riga',
    name: 'Velo Riga',
    parent: 'group',
    timeZone: 'Europe/Riga',
    language: 'ru',
    site: 'https://www.velo-riga.example',
    conversationsPerHour: 3.6,
    channels: { web: 0.31, whatsapp: 0.18, telegram: 0.33, facebook: 0.1, email: 0.08 },
    agents: [
      {
        id: 'irina',
        name: 'Ирина Петрова',
        desk: 'sales',
        replySeconds: 40,
        skips: 0.02,
        rating: 4.6,
        effective: 0.7,
        ...early,
      },
      {
        id: 'dmitri',
        name: 'Дмитрий Соколов',
        desk: 'service',
        replySeconds: 120,
        skips: 0.08,
        rating: 4,
        effective: 0.52,
        ...late,
      },
      {
        id: 'marta',
        name: 'Marta Ozola',
        desk: 'sales',
        replySeconds: 62,
        skips: 0.04,
        rating: 4.4,
        effective: 0.64,
        ...weekend,
      },
      {
        id: 'alexei',
        name: 'Алексей Волков',
        desk: 'service',
        replySeconds: 95,
        skips: 0.05,
        rating: 4.1,
        effective: 0.58,
        ...saturday,
      },
    ],
    bot: { id: 'velobot', name: 'Велобот', description: 'Отвечает на простые вопросы в Telegram', channel: 'telegram' },
    contacts: 300,
  },
]

/** When a touchpoint is served; it closes for lunch nowhere, people only get slower then. */
export const serviceHours = {
  weekly: {
    mon: [['08:00', '20:30']],
    tue: [['08:00', '20:30']],
    wed: [['08:00', '20:30']],
    thu: [['08:00', '20:30']],
    fri: [['08:00', '20:30']],
    sat: [['09:00', '18:00']],
    sun: [['09:00', '17:30']],
  },
} as const

export function touchpointId(shop: Shop, channel: DemoChannel): string {
  return `${shop.key}-${channel}`
}

export function deskId(shop: Shop, desk: Desk): string {
  return `${shop.key}-${desk}`
}
