import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, label } from './fields.ts'

const byContact = subjectBy('contact', 'contact_id')
const byVisitor = subjectBy('visitor', 'visitor_id')

export const contactEvents = {
  'contact.identified': declareEvent({
    what: 'It became known who a contact, or the visitor behind a browser, is.',
    schema: z.looseObject({
      contact_id: id,
      visitor_id: id.optional(),
      name: label.optional(),
      email: label.optional(),
      phone: label.optional(),
    }),
    // Kept with the visitor whose visits it explains, where it names one.
    subject: (data) => (data.visitor_id === undefined ? byContact : byVisitor)(data),
    samples: [
      {
        id: 'identify-31',
        source: '/tag/w1',
        time: '2026-03-02T08:15:02Z',
        data: {
          contact_id: 'crm-10233',
          visitor_id: 'v-5f9c2a7e41',
          name: 'Sanne de Wit',
          email: 'sanne@dewit.example',
        },
      },
      {
        id: 'wa-profile-972987654321',
        source: '/whatsapp/1122334455667',
        time: '2026-03-02T09:00:23Z',
        data: { contact_id: 'wa:972987654321', name: 'Ирина', phone: '+972987654321', country: 'IL' },
      },
    ],
  }),
}
