import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  idText,
  newOrganization,
  type Organization,
  organizationChanges,
  unknownOrganization,
} from '../../account/organizations.ts'
import { actorOf } from '../../account/principal.ts'
import { instant, instantText } from '../instant-text.ts'
import { meantOrganization } from '../meant-organization.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

export const organizationAnswer = z.object({
  id: z.string(),
  name: z.string(),
  parent_id: z.string().nullable(),
  level: z.int().meta({ description: '0 at the root, 3 at the deepest.' }),
  time_zone: z
    .string()
    .meta({ description: 'IANA name; days and weeks are cut in it unless a question says otherwise.' }),
  created_at: instant,
})

export function toOrganizationAnswer(organization: Organization): z.input<typeof organizationAnswer> {
  return { ...organization, created_at: instantText(organization.created_at) }
}

export function organizationRoutes(app: FastifyInstance, { account, settling }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/organizations',
      summary: 'Your organization and all below it, each parent before its children.',
      access: ['query', 'admin'],
      answer: z.object({ organizations: z.array(organizationAnswer) }),
    },
    async ({ principal }) => {
      const visible = await account.organizations.visibleTo(principal.organizationId)
      return { organizations: visible.map(toOrganizationAnswer) }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/organizations',
      summary: 'Adds an organization below yours, or below the one of yours that you name.',
      access: 'admin',
      body: newOrganization,
      answer: organizationAnswer,
      status: 201,
    },
    async ({ body, principal }) => {
      const parent_id = body.parent_id ?? principal.organizationId
      if (!(await account.scopeOf(principal.organizationId)).includes(parent_id)) throw unknownOrganization(parent_id)
      return toOrganizationAnswer(await account.organizations.create({ ...body, parent_id }, actorOf(principal)))
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/organizations/:id',
      summary: 'Changes the name or the time zone of your organization, or of one below it.',
      access: 'admin',
      params: z.object({ id: idText }),
      body: organizationChanges,
      answer: organizationAnswer,
    },
    async ({ params, body, principal }) => {
      const id = await meantOrganization(account, principal, params.id)
      const before = await account.organizations.find(id)
      const changed = await account.organizations.change(id, body, actorOf(principal))
      // Service hours of touchpoints without a zone of their own are told by this clock.
      if (changed.time_zone !== before.time_zone) settling.settingsChanged()
      return toOrganizationAnswer(changed)
    },
  )
}
