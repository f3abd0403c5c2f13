import { AppError } from '@parley/core/errors/app-error.ts'
import { weekdays } from '@parley/core/service-hours/schedule.ts'
import { channels } from '@parley/model/events/channel.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actorOf } from '../../account/principal.ts'
import { readDescribedTouchpoints, readVisitedTouchpoints } from '../../service-hours/described-touchpoints.ts'
import { touchpointChanges } from '../../settings/touchpoints.ts'
import { meantOrganization, organizationId } from '../meant-organization.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const periods = z.array(z.array(z.string()).readonly()).readonly()
const hoursAnswer = z
  .object({
    weekly: z.partialRecord(z.enum(weekdays), periods.or(z.undefined())),
    exceptions: z
      .array(z.object({ date: z.string(), hours: periods }))
      .readonly()
      .or(z.undefined())
      .optional(),
  })
  .nullable()

const touchpointAnswer = z.object({
  id: z.string(),
  organization_id: z.string(),
  name: z.string().nullable(),
  channel: z.enum(channels).nullable(),
  service_hours: hoursAnswer.meta({ description: 'What holds; null: it has none.' }),
  service_hours_source: z
    .enum(['own', 'events', 'none'])
    .meta({ description: 'Set here, said by events, or by nobody.' }),
  described_service_hours: hoursAnswer.meta({ description: 'What events said last.' }),
  time_zone: z.string().meta({ description: 'In which the hours are told.' }),
  time_zone_source: z.enum(['own', 'events', 'organization']),
  described_time_zone: z.string().nullable(),
})
type TouchpointAnswer = z.input<typeof touchpointAnswer>

const params = z.object({ id: z.string().min(1).max(200) })

/** Where contacts arrive: events say which there are, the organization may decide their hours. */
export function touchpointRoutes(app: FastifyInstance, { account, ask, touchpoints }: Services): void {
  async function list(target: string): Promise<TouchpointAnswer[]> {
    const engine = ask.engine()
    const [described, visited, decisions, { time_zone }] = await Promise.all([
      readDescribedTouchpoints(engine, [target]),
      readVisitedTouchpoints(engine, target),
      touchpoints.decisions([target]),
      account.organizations.find(target),
    ])
    const descriptions = new Map(described.map((one) => [one.touchpoint, one]))
    const decided = decisions.get(target)
    return [...new Set([...descriptions.keys(), ...visited, ...(decided?.keys() ?? [])])].sort().map((id) => {
      const said = descriptions.get(id)
      const own = decided?.get(id)
      return {
        id,
        organization_id: target,
        name: said?.name ?? null,
        channel: channels.find((channel) => channel === said?.channel) ?? null,
        service_hours: own?.service_hours ?? said?.hours ?? null,
        service_hours_source: own?.service_hours ? 'own' : said?.hours ? 'events' : 'none',
        described_service_hours: said?.hours ?? null,
        time_zone: own?.time_zone ?? said?.zone ?? time_zone,
        time_zone_source: own?.time_zone ? 'own' : said?.zone ? 'events' : 'organization',
        described_time_zone: said?.zone ?? null,
      }
    })
  }

  async function find(target: string, id: string): Promise<TouchpointAnswer> {
    const found = (await list(target)).find((one) => one.id === id)
    if (found === undefined)
      throw new AppError(
        'unknown_touchpoint',
        404,
        `There is no touchpoint ${JSON.stringify(id)} in that organization. It is there once an event names or describes it.`,
      )
    return found
  }

  route(
    app,
    {
      method: 'GET',
      path: '/v1/touchpoints',
      summary: 'The touchpoints of an organization, as its events name and describe them, and their service hours.',
      access: ['query', 'admin'],
      query: z.object({ organization_id: organizationId }),
      answer: z.object({ touchpoints: z.array(touchpointAnswer) }),
    },
    async ({ query, principal }) => {
      return { touchpoints: await list(await meantOrganization(account, principal, query.organization_id)) }
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/touchpoints/:id',
      summary: 'Decides the service hours or the time zone of a touchpoint. Facts are derived again by them.',
      access: 'admin',
      params,
      body: touchpointChanges.extend({ organization_id: organizationId }),
      answer: touchpointAnswer,
    },
    async ({ params: { id }, body: { organization_id, ...changes }, principal }) => {
      const target = await meantOrganization(account, principal, organization_id)
      await find(target, id)
      await touchpoints.change(target, id, changes, actorOf(principal))
      return find(target, id)
    },
  )
}
