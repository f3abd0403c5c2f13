import { english } from './en.ts'
import { dutch } from './nl.ts'
import { russian } from './ru.ts'
import type { Desk, Language, Talk, Topic } from './talk.ts'

export const talks: Readonly<Record<Language, Talk>> = { en: english, nl: dutch, ru: russian }

/** Who takes it, and where on the site it begins. */
export const topicDetails: Readonly<
  Record<Topic, { readonly desk: Desk; readonly path: string; readonly weight: number }>
> = {
  new_bike: { desk: 'sales', path: '/bikes/e-bikes', weight: 0.26 },
  test_ride: { desk: 'sales', path: '/test-ride', weight: 0.12 },
  accessories: { desk: 'sales', path: '/accessories', weight: 0.13 },
  repair: { desk: 'service', path: '/workshop', weight: 0.22 },
  order_status: { desk: 'service', path: '/account/orders', weight: 0.18 },
  warranty: { desk: 'service', path: '/service/warranty', weight: 0.09 },
}
