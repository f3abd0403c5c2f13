import { z } from 'zod'
import { channel } from './channel.ts'
import { declareEvent } from './event-declaration.ts'
import { id, label, list, text, timeZone } from './fields.ts'
import { serviceHours } from './service-hours.ts'

/** The things that have names of their own. */
export const entityKinds = ['agent', 'bot', 'team', 'inbox', 'touchpoint', 'contact'] as const

export const entityEvents = {
  'entity.described': declareEvent({
    what: 'An agent, bot, team, inbox, touchpoint or contact got a name or other properties. What is absent stays as it was.',
    schema: z.looseObject({
      kind: z.enum(entityKinds),
      id,
      name: label.optional(),
      description: text.optional(),
      role: label.optional(),
      level: z.int().min(0).max(3).optional(),
      team_ids: list(id, 100).optional(),
      channel: channel.optional(),
      service_hours: serviceHours.optional(),
      time_zone: timeZone.optional(),
    }),
    subject: (data) => ({ kind: 'entity', id: `${data.kind}:${data.id}` }),
    samples: [
      {
        id: 'agent-anna-v3',
        source: '/chat/eu',
        time: '2026-01-05T08:00:00Z',
        data: {
          kind: 'agent',
          id: 'anna',
          name: 'Anna Visser',
          role: 'sales',
          level: 2,
          team_ids: ['sales-nl', 'night'],
        },
      },
      {
        id: 'touchpoint-w1-v1',
        source: '/chat/eu',
        time: '2026-01-05T08:00:00Z',
        data: {
          kind: 'touchpoint',
          id: 'w1',
          name: 'velo-utrecht.example',
          channel: 'web',
          time_zone: 'Europe/Amsterdam',
          service_hours: {
            weekly: {
              mon: [
                ['09:00', '12:30'],
                ['13:00', '17:00'],
              ],
              tue: [['09:00', '17:00']],
              fri: [['18:00', '24:00']],
            },
            exceptions: [
              { date: '2026-12-25', hours: [] },
              { date: '2026-12-31', hours: [['09:00', '12:00']] },
            ],
          },
        },
      },
      {
        id: 'flow-17/meta/12',
        source: '/telegram/velo_bot',
        time: '2026-02-11T10:10:10Z',
        data: { kind: 'bot', id: 'flow-17', name: 'Консультант', description: 'Questions about bikes', language: 'ru' },
      },
    ],
  }),
}
