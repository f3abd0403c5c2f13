import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id } from './fields.ts'
import { money, oneCurrency } from './money.ts'
import { ruled } from './rule.ts'

const buyer = { order_id: id, visitor_id: id.optional(), contact_id: id.optional() }

export const orderEvents = {
  'order.placed': declareEvent({
    what: 'Somebody bought something. The discount is already taken off the total.',
    schema: ruled(
      z.looseObject({
        ...buyer,
        total: money,
        shipping: money.optional(),
        tax: money.optional(),
        discount: money.optional(),
      }),
      'order_in_one_currency',
      oneCurrency('total', ['shipping', 'tax', 'discount']),
    ),
    subject: subjectBy('order', 'order_id'),
    samples: [
      {
        id: 'order-55021',
        source: 'https://shop.example/server',
        time: '2026-03-03T18:02:11Z',
        data: {
          order_id: '55021',
          visitor_id: 'v-77',
          contact_id: 'crm-10233',
          total: { amount: '2499.00', currency: 'EUR' },
          shipping: { amount: '0', currency: 'EUR' },
          tax: { amount: '433.71', currency: 'EUR' },
          discount: { amount: '100.00', currency: 'EUR' },
        },
      },
      {
        id: 'gid://shopify/Order/5123456789',
        source: '/shopify/velo-utrecht',
        time: '2026-03-03T20:15:00-05:00',
        data: { order_id: '#1042', visitor_id: 'v-1204', total: { amount: '18990', currency: 'JPY' }, items: 2 },
      },
    ],
  }),
  'order.refunded': declareEvent({
    what: 'Money of an order went back to the buyer.',
    schema: z.looseObject({ ...buyer, amount: money }),
    subject: subjectBy('order', 'order_id'),
    samples: [
      {
        id: 'refund-55021-1',
        source: 'https://shop.example/server',
        time: '2026-03-09T09:30:00Z',
        data: { order_id: '55021', contact_id: 'crm-10233', amount: { amount: '100.00', currency: 'EUR' } },
      },
      {
        id: 'gid://shopify/Refund/77',
        source: '/shopify/velo-utrecht',
        time: '2026-03-11T10:00:00Z',
        data: {
          order_id: '#1042',
          visitor_id: 'v-1204',
          amount: { amount: '18990', currency: 'JPY' },
          note: 'Wrong size',
        },
      },
    ],
  }),
}
