import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { type AutoMessage, autoMessagesOf } from './auto-messages.ts'
import { isDown } from './incidents.ts'
import { placeOrder } from './orders.ts'
import { type DemoOrganization, touchpointId } from './organizations/organization.ts'
import { type Contact, someVisitor, type Visitor } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { createScript, type Planned, type Script } from './script.ts'
import type { Year } from './year.ts'

const referrers = {
  '': 0.42,
  'https://www.google.com/': 0.34,
  'https://www.bing.com/': 0.05,
  'https://www.instagram.com/': 0.07,
  'https://www.facebook.com/': 0.06,
  'https://bikeblog.example/best-of': 0.06,
} as const

/** Somebody on a site. */
export type Browsing = {
  readonly year: Year
  readonly organization: DemoOrganization
  readonly visitor: Visitor
  readonly contact: Contact | null
  readonly script: Script
  readonly random: Random
  /** Moves on. */
  now: number
}

/** Everything of a visit that begins at an instant; conversations come with visits of their own. */
export function playVisit(
  year: Year,
  organization: DemoOrganization,
  key: string,
  startsAt: number,
): readonly Planned[] {
  const random = createRandom(key)
  const { visitor, contact } = someVisitor(organization, Math.floor(startsAt / dayMs), key, random)
  const script = createScript(organization.key, key, startsAt + dayMs)
  const browsing: Browsing = { year, organization, visitor, contact, script, random, now: startsAt }
  browse(browsing, random.weighted(pathsOf(organization)))
  if (random.chance(0.012)) {
    browsing.now += random.about(600) * 1000
    placeOrder(script, { visitor_id: visitor.visitor_id, ...contactId(contact) }, browsing.now, random)
  }
  return script.events
}

/** The front page or straight in, up to a page; and what the widget and the auto messages did. Gives the message that was clicked. */
export function browse(browsing: Browsing, path: string): AutoMessage | null {
  const { year, organization, visitor, contact, script, random } = browsing
  const { visitor_id, surroundings } = visitor
  const { site, language } = organization
  const touchpoint_id = touchpointId(organization, 'web')
  const view = (page: string, referrer: string) =>
    script.add(browsing.now, 'page.viewed', {
      visitor_id,
      url: `${site}${page}`,
      touchpoint_id,
      referrer,
      locale: language,
      ...contactId(contact),
      ...surroundings,
    })
  const referrer = random.weighted(referrers)
  if (random.chance(0.3)) {
    view('/', referrer)
    browsing.now += Math.min(random.about(25) * 1000, hourMs / 4)
    view(path, `${site}/`)
  } else view(path, referrer)
  if (isDown(year, organization, browsing.now)) return null
  const place = { visitor_id, touchpoint_id, url: `${site}${path}` }
  browsing.now += 1_500
  // Who leaves at once, or never scrolls, does not see the widget.
  if (!random.chance(0.7)) return null
  script.add(browsing.now, 'widget.shown', { ...place, ...surroundings })
  if (random.chance(0.035)) click(browsing, { ...place, target: random.chance(0.85) ? 'launcher' : 'notification' })
  return random.chance(0.12) ? meetAutoMessage(browsing, place) : null
}

function meetAutoMessage(browsing: Browsing, place: Readonly<Record<string, string>>): AutoMessage | null {
  const { organization, visitor, script, random } = browsing
  const [first, ...others] = autoMessagesOf(organization)
  const message = random.chance(0.5) ? first : others[random.whole(0, others.length - 1)]
  if (message === undefined) return null
  const shown = { visitor_id: visitor.visitor_id, url: place.url, ...message, ...visitor.surroundings }
  browsing.now += Math.min(random.about(20) * 1000, hourMs / 4)
  script.add(browsing.now, 'auto_message.shown', shown)
  if (!random.chance(0.14)) return null
  browsing.now += 6_000
  script.add(browsing.now, 'auto_message.clicked', shown)
  click(browsing, { ...place, target: 'auto_message', auto_message_id: message.auto_message_id })
  return message
}

function click(browsing: Browsing, data: Readonly<Record<string, string>>): void {
  browsing.now += 1_000
  browsing.script.add(browsing.now, 'widget.clicked', { ...data, ...browsing.visitor.surroundings })
}

/** The pages of a site, as often as they are looked at. */
function pathsOf({ trade }: DemoOrganization): Readonly<Record<string, number>> {
  return {
    ...Object.fromEntries(Object.values(trade.topics).map(({ path, weight }) => [path, weight])),
    '/': 0.25,
    '/about': 0.08,
  }
}

function contactId(contact: Contact | null): { readonly contact_id?: string } {
  return contact === null ? {} : { contact_id: contact.contact_id }
}
