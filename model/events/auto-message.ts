import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, label, text, url, urlCharacters } from './fields.ts'

const schema = z.looseObject({
  visitor_id: id,
  auto_message_id: id,
  trigger: label,
  url,
  text: text.optional(),
  // Not only addresses of pages: tel:, mailto: and paths of the same site lead somewhere too.
  target_url: z.string().max(urlCharacters).optional(),
})

export const autoMessageEvents = {
  'auto_message.shown': declareEvent({
    what: 'A message that the site sends by itself was shown to a visitor.',
    schema,
    subject: subjectBy('visitor', 'visitor_id'),
    samples: [
      {
        id: 'am-1/v-5f9c2a7e41/1772439260',
        source: '/tag/w1',
        time: '2026-03-02T08:14:20.000Z',
        data: {
          visitor_id: 'v-5f9c2a7e41',
          auto_message_id: 'am-1',
          trigger: 'time_on_page',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
          text: 'Twijfel je tussen twee modellen? Onze fietsenmaker kijkt mee.',
        },
      },
      {
        id: 'evt_9921',
        source: 'https://rules.shop.example',
        time: '2026-03-03T19:20:00Z',
        data: {
          visitor_id: 'v-77',
          auto_message_id: 'cart-abandon',
          trigger: 'exit_intent',
          url: 'https://shop.example/cart',
          target_url: 'tel:+31201234567',
        },
      },
    ],
  }),
  'auto_message.clicked': declareEvent({
    what: 'A visitor clicked a message that the site sent by itself.',
    schema,
    subject: subjectBy('visitor', 'visitor_id'),
    samples: [
      {
        id: 'am-1/v-5f9c2a7e41/1772439266/click',
        source: '/tag/w1',
        time: '2026-03-02T08:14:26.220Z',
        data: {
          visitor_id: 'v-5f9c2a7e41',
          auto_message_id: 'am-1',
          trigger: 'time_on_page',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
          text: 'Twijfel je tussen twee modellen? Onze fietsenmaker kijkt mee.',
        },
      },
      {
        id: 'evt_9922',
        source: 'https://rules.shop.example',
        time: '2026-03-03T19:20:04.75+01:00',
        data: {
          visitor_id: 'v-77',
          auto_message_id: 'cart-abandon',
          trigger: 'exit_intent',
          url: 'https://shop.example/cart',
          target_url: '/checkout?coupon=STAY',
        },
      },
    ],
  }),
}
