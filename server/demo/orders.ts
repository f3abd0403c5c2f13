import { dayMs } from '@parley/core/time/granularity.ts'
import { euros } from './price.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'

type Buyer = { readonly visitor_id?: string; readonly contact_id?: string }

const vat = 0.21

/** Somebody buys something, and now and then sends it back within a few days. */
export function placeOrder(script: Script, buyer: Buyer, at: number, random: Random): void {
  const order_id = `${script.key}-order-${script.events.length}`
  const money = (cents: number) => euros(cents / 100)
  // Mostly small things; now and then the big one.
  const goods = Math.round(random.chance(0.3) ? random.about(180_000, 0.4) : random.about(6_500, 0.7))
  const shipping = goods > 10_000 ? 0 : 695
  const isCheaper = random.chance(0.2)
  script.add(at, 'order.placed', {
    order_id,
    ...buyer,
    total: money(goods + shipping),
    shipping: money(shipping),
    tax: money(Math.round((goods * vat) / (1 + vat))),
    ...(isCheaper && { discount: money(Math.round(goods * 0.1)) }),
  })
  if (!random.chance(0.07)) return
  script.add(at + random.about(2) * dayMs, 'order.refunded', {
    order_id,
    ...buyer,
    amount: money(random.chance(0.6) ? goods : Math.round(goods / 2)),
  })
}
