import type { Desk } from '../talk/talk.ts'
import type { Agent } from './organization.ts'

const characters = {
  quick: { replySeconds: 26, skips: 0.01, rating: 4.3, effective: 0.66, greets: 0.25 },
  warm: { replySeconds: 52, skips: 0.02, rating: 4.8, effective: 0.74, greets: 0.95 },
  steady: { replySeconds: 72, skips: 0.05, rating: 4.2, effective: 0.62, greets: 0.5 },
  slow: { replySeconds: 180, skips: 0.13, rating: 3.6, effective: 0.46, greets: 0.4 },
} as const

const weekdays = [1, 2, 3, 4, 5]

const shifts = {
  early: { days: weekdays, from: 8, to: 16.5 },
  late: { days: weekdays, from: 11.5, to: 20.5 },
  saturday: { days: [2, 3, 4, 5, 6], from: 9, to: 18 },
  weekend: { days: [3, 4, 5, 6, 7], from: 9, to: 17.5 },
  evening: { days: [1, 2, 3, 4, 5, 6, 7], from: 17, to: 22 },
} as const

/** `stay`: whether somebody joins or leaves in the course of the year; the vendor's people have level 0 or 1. */
export function agent(
  id: string,
  name: string,
  desk: Desk,
  character: keyof typeof characters,
  shift: keyof typeof shifts,
  stay: Partial<Pick<Agent, 'joins' | 'leaves' | 'level'>> = {},
): Agent {
  return {
    id,
    name,
    desk,
    level: 2,
    joins: 0,
    leaves: Number.POSITIVE_INFINITY,
    ...characters[character],
    ...shifts[shift],
    ...stay,
  }
}
