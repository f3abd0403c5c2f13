import { isTimeZone } from '@parley/core/time/zone.ts'
import { z } from 'zod'
import { ruled } from './rule.ts'

/** Characters (Unicode code points) of an id. */
const idCharacters = 200
/** Characters of a name, a title, a word that people chose. */
const labelCharacters = 1_000
/** Characters of an address. Browsers and servers agree on about this much. */
export const urlCharacters = 8_192

/** An id given by the source: any string that is not empty. */
export const id = z.string().min(1).max(idCharacters)

/** A short text: a name, a campaign, a category. */
export const label = z.string().max(labelCharacters)

/** A text of any length, up to the size of an event. */
export const text = z.string()

/** An absolute address, as browsers write it: `https://shop.example/cart`. */
export const url = z
  .string()
  .max(urlCharacters)
  .regex(
    /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s]+$/,
    'must be an absolute address such as https://shop.example/cart, without spaces',
  )

/** Where a page was reached from; empty when it was reached directly, as `document.referrer` is. */
export const referrer = z
  .string()
  .max(urlCharacters)
  .regex(/^([A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s]+)?$/, 'must be an absolute address without spaces, or empty')

/** A length of time in seconds. */
export const seconds = z.number().min(0)

/** A whole number of things. */
export const count = z.int().min(0)

export const timeZone = ruled(z.string(), 'time_zone', (value) =>
  typeof value !== 'string' || isTimeZone(value)
    ? []
    : [{ path: [], message: 'must be an IANA time zone in its exact spelling, such as Europe/Amsterdam' }],
)

/**
 * A list with a bound that is checked before its items are: a list of a million wrong items is one problem, not a
 * million.
 */
export function list<Item extends z.ZodType>(item: Item, itemsLimit: number) {
  return z.array(z.unknown()).max(itemsLimit).pipe(z.array(item).max(itemsLimit))
}
