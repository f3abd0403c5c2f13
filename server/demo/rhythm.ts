import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { localMsAt, localParts } from '@parley/core/time/zone.ts'
import type { Agent, Shop } from './world.ts'

/** How busy each hour of a day is, an ordinary working hour being about 1: quiet nights, a dip at lunch, some evening. */
const hours = [
  0.05, 0.03, 0.02, 0.02, 0.02, 0.04, 0.12, 0.35, 0.8, 1.25, 1.4, 1.3, 0.8, 1.05, 1.25, 1.2, 1.1, 0.85, 0.6, 0.65, 0.6,
  0.4, 0.2, 0.1,
] as const

/** How busy each day of a week is, Monday first. */
const days = [1.2, 1.05, 1, 1, 0.95, 0.55, 0.2] as const

const lunchStrain = 1.7
const badWeekStrain = 2.6
const badWeekEvery = 5
const badWeek = 1

/** Conversations that are to be expected in the hour that begins at an instant. */
export function rateAt(shop: Shop, instantMs: number): number {
  const { hour, weekday } = localParts(instantMs, shop.timeZone)
  return shop.conversationsPerHour * (hours[hour] ?? 0) * (days[weekday - 1] ?? 0)
}

/** How much longer everything takes than on a quiet day: lunch is short of people, and one week in five goes wrong. */
export function strainAt(shop: Shop, instantMs: number): number {
  const { hour } = localParts(instantMs, shop.timeZone)
  return (hour === 12 ? lunchStrain : 1) * (isBadWeek(shop, instantMs) ? badWeekStrain : 1)
}

/** Whether it is the week in which answers are slow and conversations are missed. */
export function isBadWeek(shop: Shop, instantMs: number): boolean {
  // 1970-01-01 was a Thursday: days counted from the Monday before.
  const week = Math.floor((Math.floor(localMsAt(instantMs, shop.timeZone) / dayMs) + 3) / 7)
  return week % badWeekEvery === badWeek
}

/** Who works at an instant. */
export function onShift(shop: Shop, instantMs: number): Agent[] {
  const { hour, minute, weekday } = localParts(instantMs, shop.timeZone)
  const time = hour + minute / 60
  return shop.agents.filter(({ days, from, to }) => days.includes(weekday) && time >= from && time < to)
}

/** When somebody works next, from an instant on, to the quarter of an hour. */
export function nextShift(shop: Shop, instantMs: number): number {
  const step = hourMs / 4
  let at = Math.ceil(instantMs / step) * step
  while (onShift(shop, at).length === 0) at += step
  return at
}
