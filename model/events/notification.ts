import { z } from 'zod'
import { channel } from './channel.ts'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { count, id, label } from './fields.ts'
import { money } from './money.ts'

/** What became of a notification. `read` implies delivered. */
export const notificationStatuses = [
  'created',
  'pending',
  'delivered',
  'read',
  'undelivered',
  'canceled',
  'error',
  'delayed',
  'created_optional',
  'omitted_optional',
] as const

export const notificationEvents = {
  'notification.updated': declareEvent({
    what: 'A message sent in bulk was created, or its delivery status changed.',
    schema: z.looseObject({
      notification_id: id,
      channel,
      status: z.enum(notificationStatuses),
      campaign: label.optional(),
      template: label.optional(),
      parts: count.optional(),
      price: money.optional(),
      error_code: label.optional(),
      contact_id: id.optional(),
      touchpoint_id: id.optional(),
    }),
    subject: subjectBy('notification', 'notification_id'),
    samples: [
      {
        id: 'sms-991/delivered',
        source: '/sms/gateway-2',
        time: '2026-03-02T06:00:04Z',
        data: {
          notification_id: 'sms-991',
          channel: 'sms',
          status: 'delivered',
          campaign: 'workshop_appointment',
          parts: 2,
          price: { amount: '0.128', currency: 'EUR' },
          contact_id: 'crm-10233',
        },
      },
      {
        id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI/failed',
        source: '/whatsapp/1122334455667',
        time: '2026-03-02T06:01:00Z',
        data: {
          notification_id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI',
          channel: 'whatsapp',
          status: 'undelivered',
          template: 'your_car_is_in',
          error_code: '131026',
          touchpoint_id: 'wa-main',
        },
      },
      {
        id: 'push-7/read',
        source: '/push/fcm',
        time: '2026-03-02T06:05:00Z',
        data: { notification_id: 'push-7', channel: 'push', status: 'read' },
      },
    ],
  }),
}
