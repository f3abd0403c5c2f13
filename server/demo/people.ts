import type { DemoOrganization } from './organizations/organization.ts'
import { createRandom, type Random } from './random.ts'
import { manners } from './talk/manners/manners.ts'
import { towns } from './towns.ts'

/** Somebody who is known by name. */
export type Contact = {
  readonly contact_id: string
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** A browser, and what the events of its pages tell of it. */
export type Visitor = {
  readonly visitor_id: string
  readonly surroundings: {
    readonly device: string
    readonly os: string
    readonly browser: string
    readonly country: string
    readonly region: string
    /** Of the town, where it is known. */
    readonly latitude?: number
    readonly longitude?: number
  }
}

/** The contact of a number, from 1 to `organization.contacts`: the same at every call. */
export function contactOf(organization: DemoOrganization, number: number): Contact {
  const contact_id = `${organization.key}-c${number}`
  const random = createRandom(contact_id)
  const { firstNames, lastNames } = manners[organization.language]
  return {
    contact_id,
    name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    email: `${contact_id}@mail.example`,
    // Numbers of the range that no telephone has.
    phone: `+1555${String(random.whole(0, 9_999_999)).padStart(7, '0')}`,
  }
}

export function someContact(organization: DemoOrganization, random: Random): Contact {
  return contactOf(organization, random.whole(1, organization.contacts))
}

/** What people look at sites with, and how often. */
const machines = {
  'mobile Android Chrome': 0.3,
  'mobile iOS Safari': 0.27,
  'desktop Windows Chrome': 0.15,
  'desktop Windows Microsoft Edge': 0.08,
  'desktop macOS Safari': 0.06,
  'desktop macOS Chrome': 0.04,
  'desktop Linux Firefox': 0.03,
  'tablet iOS Safari': 0.05,
  'mobile Android Samsung Internet for Android': 0.02,
} as const

/** A browser by its id: always with the same machine, at the same place. */
export function visitorOf({ countries }: DemoOrganization, visitor_id: string): Visitor {
  const random = createRandom(visitor_id)
  const [device = '', os = '', ...browser] = random.weighted(machines).split(' ')
  const country = random.weighted(countries)
  const live = towns[country]
  if (live === undefined) throw new Error(`The demo has visitors from ${country}, and no towns of it.`)
  // More often the earlier ones.
  const [region, latitude, longitude] = live[Math.floor(random.next() * random.next() * live.length)] ?? live[0]
  // Of some addresses a file of cities knows no more than the region.
  const isPlaced = random.next() < 0.94
  const where = { country, region, ...(isPlaced && { latitude, longitude }) }
  return { visitor_id, surroundings: { device, os, browser: browser.join(' '), ...where } }
}

/** Somebody on the site: mostly new, sometimes back within the week, now and then somebody who is known. */
export function someVisitor(
  organization: DemoOrganization,
  day: number,
  key: string,
  random: Random,
): { readonly visitor: Visitor; readonly contact: Contact | null } {
  const chance = random.next()
  if (chance < 0.06) {
    const contact = someContact(organization, random)
    return { visitor: visitorOf(organization, `v-${contact.contact_id}`), contact }
  }
  const week = Math.floor(day / 7)
  const back = `v-${organization.key}-${week}-${random.whole(1, Math.ceil(organization.visits * 2))}`
  return { visitor: visitorOf(organization, chance < 0.4 ? back : `v-${key}`), contact: null }
}
