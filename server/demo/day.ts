import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { localParts } from '@parley/core/time/zone.ts'
import { playCall, playDialer } from './calls.ts'
import { playConversation } from './conversations/conversation.ts'
import { playInvitation } from './invitations.ts'
import { playMailing, playNotification } from './notifications.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import { playPresence } from './presence.ts'
import { createRandom } from './random.ts'
import { shareOfDay } from './rhythm.ts'
import type { Planned } from './script.ts'
import { playVisit } from './visits.ts'
import type { Year } from './year.ts'

/** Everything that begins in an organization on a day (days since 1970 in UTC): the same at every call, and for any day alone. */
export function playDay(year: Year, organization: DemoOrganization, day: number): readonly Planned[] {
  const events: Planned[] = [...playPresence(year, organization, day)]
  for (let hour = 0; hour < 24; hour += 1) {
    const startsAt = day * dayMs + hour * hourMs
    for (const planned of hourOf(year, organization, startsAt)) events.push(...planned)
  }
  return events
}

function hourOf(year: Year, organization: DemoOrganization, startsAt: number): readonly (readonly Planned[])[] {
  const share = shareOfDay(year, organization, startsAt)
  const hour = `${organization.key}-${startsAt / hourMs}`
  const { conversations, visits, calls, notifications, invitations } = organization
  const several = (kind: string, perDay: number, play: (key: string, at: number) => readonly Planned[]) => {
    const random = createRandom(`${hour}-${kind}`)
    return Array.from({ length: random.times(perDay * share) }, (_, index) =>
      play(`${hour}-${kind}-${index}`, startsAt + random.whole(0, hourMs - 1)),
    )
  }
  const { hour: localHour, weekday } = localParts(startsAt, organization.timeZone)
  return [
    ...several('conversation', conversations, (key, at) => playConversation(year, organization, key, at)),
    ...several('visit', visits, (key, at) => playVisit(year, organization, key, at)),
    ...several('call', calls, (key, at) => playCall(year, organization, key, at)),
    ...several('notification', notifications, (key, at) => playNotification(organization, key, at)),
    ...several('invitation', invitations, (key, at) => playInvitation(year, organization, key, at)),
    localHour === 10 ? playMailing(organization, Math.floor(startsAt / dayMs), startsAt) : [],
    // Three times a week, where there are calls enough to have a machine for.
    localHour === 11 && weekday % 2 === 1 && calls >= 4 ? playDialer(organization, `${hour}-dialer`, startsAt) : [],
  ]
}
