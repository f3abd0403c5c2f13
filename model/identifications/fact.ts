import type { Fact } from '@parley/core/declare/fact.ts'
import { visitor } from '../visits/visitor.ts'

/** Which visitors turned out to be which contacts. */
export const identifications: Fact = {
  id: 'identifications',
  grain: 'a visitor who turned out to be a contact, as often as it was told',
  thread: visitor,
  madeBy: 'contact.identified',
  time: 'identified_at',
  looks: 'back',
  columns: [{ id: 'contact', type: 'id', holds: 'the contact the visitor is' }],
  select: `
  SELECT organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS identified_at, visitor_id, event_key, contact_id AS contact
  FROM visitor_events WHERE type = 'contact.identified'`,
}
