/**
 * How far a notification is in each status. It never goes back: what is told late, or again, changes nothing unless it is
 * further. Among equally far ones the latest counts. "Read" is delivered, and further: somebody saw it.
 */
export const notificationProgress = {
  created: 0,
  created_optional: 0,
  delayed: 1,
  pending: 2,
  undelivered: 3,
  canceled: 3,
  error: 3,
  omitted_optional: 3,
  delivered: 4,
  read: 5,
} as const

/** The statuses a notification can be in; one that was read is delivered. */
export const shownStatuses = [
  'created',
  'pending',
  'delivered',
  'undelivered',
  'canceled',
  'error',
  'delayed',
  'created_optional',
  'omitted_optional',
] as const

/** Each short status and the statuses it stands for. */
export const shortStatuses = {
  in_progress: ['created', 'pending', 'delayed', 'created_optional'],
  delivered: ['delivered'],
  not_delivered: ['undelivered', 'canceled', 'error', 'omitted_optional'],
} as const satisfies Record<string, readonly (typeof shownStatuses)[number][]>

/** Statuses of what left the house: it is on its way, arrived, or did not arrive. */
export const sentStatuses = [
  'pending',
  'delivered',
  'undelivered',
] as const satisfies readonly (typeof shownStatuses)[number][]
