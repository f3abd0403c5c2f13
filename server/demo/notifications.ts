import { dayMs } from '@parley/core/time/granularity.ts'
import { type Channel, type DemoOrganization, touchpointId } from './organizations/organization.ts'
import { someContact } from './people.ts'
import { euros } from './price.ts'
import { createRandom, type Random } from './random.ts'
import { createScript, type Planned } from './script.ts'

/** A kind of notification. */
type Mailing = {
  readonly channel: Channel
  readonly campaign: string
  readonly template: string
  /** Of one part, in euros; null where it costs nothing. */
  readonly price: number | null
  /** How often it is opened. */
  readonly reads: number
  /** Sent only when another way did not reach the contact. */
  readonly isOptional?: true
}

const mailings = {
  sms_reminder: { channel: 'sms', campaign: 'Appointment reminder', template: 'Tomorrow at', price: 0.065, reads: 0 },
  whatsapp_reminder: {
    channel: 'whatsapp',
    campaign: 'Appointment reminder',
    template: 'Tomorrow at',
    price: 0.0575,
    reads: 0.8,
  },
  order_mail: { channel: 'email', campaign: 'Order update', template: 'On its way', price: 0.0009, reads: 0.6 },
  order_push: { channel: 'push', campaign: 'Order update', template: 'On its way', price: null, reads: 0.3 },
  viber_offer: { channel: 'viber', campaign: 'Weekend offer', template: 'Offer', price: 0.031, reads: 0.55 },
  viber_fallback: {
    channel: 'sms',
    campaign: 'Weekend offer',
    template: 'offer_short',
    price: 0.065,
    reads: 0,
    isOptional: true,
  },
  newsletter: { channel: 'email', campaign: 'Newsletter', template: 'Monthly', price: 0.0009, reads: 0.35 },
} as const satisfies Readonly<Record<string, Mailing>>

/** What goes out one by one on any day, and how often. */
const singly = { sms_reminder: 0.22, whatsapp_reminder: 0.28, order_mail: 0.28, order_push: 0.22 } as const

/** How many notifications of an ordinary day a mailing to many has. */
const roundSize = { newsletter: 5, weekend_offer: 2 } as const

const errors = ['unknown_subscriber', 'handset_off', 'rejected_by_operator'] as const

/** A reminder or an order's news, on its way from an instant on. */
export function playNotification(organization: DemoOrganization, key: string, startsAt: number): readonly Planned[] {
  const random = createRandom(key)
  return notify(organization, key, mailings[random.weighted(singly)], startsAt, random)
}

/** What goes to many at once on a day: a newsletter on the first Tuesday of the month, an offer every other Friday. */
export function playMailing(organization: DemoOrganization, day: number, startsAt: number): readonly Planned[] {
  const date = new Date(day * dayMs)
  const weekday = date.getUTCDay()
  const isNewsletter = weekday === 2 && date.getUTCDate() <= 7
  const isOffer = weekday === 5 && Math.floor(day / 7) % 2 === 0
  if (!isNewsletter && !isOffer) return []
  const key = `${organization.key}-mailing-${day}`
  const size = Math.round(organization.notifications * (isNewsletter ? roundSize.newsletter : roundSize.weekend_offer))
  return Array.from({ length: size }, (_, index) => {
    const own = `${key}-${index}`
    const random = createRandom(own)
    const at = startsAt + index * 400
    if (isNewsletter) return notify(organization, own, mailings.newsletter, at, random)
    return [
      ...notify(organization, own, mailings.viber_offer, at, random),
      ...(random.chance(0.3) ? notify(organization, `${own}-sms`, mailings.viber_fallback, at + 500, random) : []),
    ]
  }).flat()
}

function notify(
  organization: DemoOrganization,
  key: string,
  { channel, campaign, template, price, reads, isOptional }: Mailing,
  startsAt: number,
  random: Random,
): readonly Planned[] {
  const script = createScript(organization.key, key, startsAt + 2 * dayMs)
  const parts = channel === 'sms' ? random.weighted({ 1: 0.7, 2: 0.3 }) : null
  const notification = { notification_id: key, channel, campaign, template }
  let now = startsAt
  const tell = (status: string, more: Readonly<Record<string, unknown>> = {}) =>
    script.add(now, 'notification.updated', { ...notification, status, ...more })
  tell(isOptional ? 'created_optional' : 'created', {
    contact_id: someContact(organization, random).contact_id,
    touchpoint_id: touchpointId(organization, channel),
    ...(parts !== null && { parts: Number(parts) }),
  })
  now += 800
  if (isOptional && random.chance(0.6)) {
    tell('omitted_optional')
    return script.events
  }
  if (random.chance(0.01)) {
    tell('canceled')
    return script.events
  }
  if (random.chance(0.03)) {
    tell('delayed')
    now += random.about(1_200) * 1000
  }
  const end = random.weighted({ delivered: 0.93, undelivered: 0.045, error: 0.015, pending: 0.01 })
  tell('pending', price === null ? {} : { price: euros(price * Number(parts ?? 1), 4) })
  if (end === 'pending') return script.events
  now += random.about(6) * 1000
  tell(end, end === 'delivered' ? {} : { error_code: random.pick(errors) })
  if (end === 'delivered' && random.chance(reads)) {
    now += random.about(1_500, 1.2) * 1000
    tell('read')
  }
  return script.events
}
