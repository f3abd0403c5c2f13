import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, label, referrer, url } from './fields.ts'

export const pageEvents = {
  'page.viewed': declareEvent({
    what: 'A visitor saw a page of the site.',
    schema: z.looseObject({
      visitor_id: id,
      url,
      referrer: referrer.optional(),
      title: label.optional(),
      touchpoint_id: id.optional(),
      locale: label.optional(),
      screen: label.optional(),
      contact_id: id.optional(),
    }),
    subject: subjectBy('visitor', 'visitor_id'),
    samples: [
      {
        id: '0197f3a2-6f1e-7c44-9d0b-5a1c8e7f2b10',
        source: '/tag/w1',
        time: '2026-03-02T08:14:07.512Z',
        data: {
          visitor_id: 'v-5f9c2a7e41',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes?merk=kalkhoff',
          referrer: 'https://www.google.com/',
          title: 'E-bikes – Velo Utrecht',
          touchpoint_id: 'w1',
          locale: 'nl-NL',
          screen: '390x844',
        },
      },
      {
        id: 'pv-88213',
        source: 'https://shop.example/server',
        time: '2026-03-02T10:14:09+02:00',
        data: {
          visitor_id: 'v-77',
          url: 'https://shop.example/cards/visa#fees',
          referrer: '',
          contact_id: 'crm-10233',
        },
      },
    ],
  }),
}
