import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { roles, scopes } from '../../account/principal.ts'
import { userChanges } from '../../account/users.ts'
import { sessionCookie } from '../authenticate.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { organizationAnswer, toOrganizationAnswer } from './organizations.ts'

const me = z.object({
  user: z
    .object({ id: z.string(), name: z.string(), email: z.string(), language: z.string() })
    .nullable()
    .meta({ description: 'Null when a key asks.' }),
  organization: organizationAnswer,
  organizations: z.array(organizationAnswer).meta({ description: 'Your organization and all below it.' }),
  memberships: z
    .array(z.object({ organization_id: z.string(), name: z.string(), role: z.enum(roles) }))
    .meta({ description: 'Where you are a member, whichever of them this session looks at.' }),
  scopes: z.array(z.enum(scopes)),
})

export function meRoutes(app: FastifyInstance, { account }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/me',
      summary: 'Who you are and what you may see.',
      access: 'known',
      answer: me,
    },
    async ({ principal }) => {
      const visible = await account.organizations.visibleTo(principal.organizationId)
      const organization = await account.organizations.find(principal.organizationId)
      const user = principal.kind === 'user' ? await account.users.find(principal.userId) : null
      const memberships = user ? await account.users.membershipsOf(user.id) : []
      return {
        user: user && { id: user.id, name: user.name, email: user.email, language: user.language },
        organization: toOrganizationAnswer(organization),
        organizations: visible.map(toOrganizationAnswer),
        memberships: await Promise.all(
          memberships.map(async ({ organization_id, role }) => {
            const { name } = await account.organizations.find(organization_id)
            return { organization_id, name, role }
          }),
        ),
        scopes: scopes.filter((scope) => principal.scopes.has(scope)),
      }
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/me',
      summary: 'Changes your name or the language you are spoken to in, on every device.',
      access: 'known',
      body: userChanges,
      answer: null,
    },
    async ({ body, principal }) => {
      if (principal.kind === 'key')
        throw new AppError('user_required', 403, 'A key has no name and no language. Sign in to change yours.')
      await account.users.change(principal.userId, body)
      return undefined
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/me/organization',
      summary: 'Makes this browser look at another organization that you are a member of, or at one below.',
      access: 'known',
      body: z.object({ organization_id: idText }),
      answer: null,
    },
    async ({ body, request }) => {
      await account.signIn.move(request.cookies[sessionCookie(account)] ?? '', body.organization_id)
      return undefined
    },
  )
}
