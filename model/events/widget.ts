import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, url } from './fields.ts'

const place = { visitor_id: id, touchpoint_id: id, url }

export const widgetEvents = {
  'widget.shown': declareEvent({
    what: 'At least half of the widget was on screen for a second.',
    schema: z.looseObject(place),
    subject: subjectBy('visitor', 'visitor_id'),
    samples: [
      {
        id: '0197f3a2-7a05-7e12-8f3a-11c0d2b4e6f8',
        source: '/tag/w1',
        time: '2026-03-02T08:14:09.101Z',
        data: {
          visitor_id: 'v-5f9c2a7e41',
          touchpoint_id: 'w1',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
        },
      },
      {
        id: 'impression/551',
        source: '/widget/viber-landing',
        time: '2026-03-02T12:00:00Z',
        data: {
          visitor_id: 'v-1204',
          touchpoint_id: 'viber-landing',
          url: 'https://bank.example/ru/карты',
          variant: 'B',
        },
      },
    ],
  }),
  'widget.clicked': declareEvent({
    what: 'A visitor opened the widget, or clicked a notification or an auto message of it.',
    schema: z.looseObject({
      ...place,
      target: z.enum(['launcher', 'notification', 'auto_message']),
      auto_message_id: id.optional(),
    }),
    subject: subjectBy('visitor', 'visitor_id'),
    samples: [
      {
        id: '0197f3a2-9c31-7b60-a2d4-3e5f60718293',
        source: '/tag/w1',
        time: '2026-03-02T08:14:31.940Z',
        data: {
          visitor_id: 'v-5f9c2a7e41',
          touchpoint_id: 'w1',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
          target: 'launcher',
        },
      },
      {
        id: 'click/552',
        source: '/widget/viber-landing',
        time: '2026-03-02T12:00:12.5Z',
        data: {
          visitor_id: 'v-1204',
          touchpoint_id: 'viber-landing',
          url: 'https://bank.example/ru/карты',
          target: 'auto_message',
          auto_message_id: 'am-welcome-back',
        },
      },
    ],
  }),
}
