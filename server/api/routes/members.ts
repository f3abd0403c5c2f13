import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText, unknownOrganization } from '../../account/organizations.ts'
import { actorOf, type Principal, type Role, roles } from '../../account/principal.ts'
import { type Member, type NewMember, newMember } from '../../account/users.ts'
import { instant, instantText } from '../instant-text.ts'
import { meantOrganization } from '../meant-organization.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { welcomeUrl } from '../welcome-url.ts'

const memberAnswer = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  language: z.string(),
  organization_id: z.string(),
  role: z.enum(roles).meta({ description: 'Holds for this organization and all below it.' }),
  created_at: instant,
})

export function memberRoutes(app: FastifyInstance, { account, config }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/members',
      summary: 'The members of your organization and of all below it.',
      access: 'admin',
      answer: z.object({ members: z.array(memberAnswer) }),
    },
    async ({ principal }) => {
      const members = await account.users.listMembers(await account.scopeOf(principal.organizationId))
      return { members: members.map(toMemberAnswer) }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/members',
      summary: 'Makes a person a member and answers a link that signs them in, once, within a day.',
      access: 'admin',
      body: newMember.extend({ organization_id: idText.optional() }),
      answer: memberAnswer.extend({ sign_in_link: z.object({ url: z.string(), expires_at: instant }) }),
      status: 201,
    },
    async ({ body: { organization_id, ...person }, principal, request, reply }) => {
      const organizationId = organization_id ?? principal.organizationId
      const scope = await account.scopeOf(principal.organizationId)
      if (!scope.includes(organizationId)) throw unknownOrganization(organizationId)
      await refuseBeyondWall(person, principal, scope)
      const member = await account.users.addMember(organizationId, person, actorOf(principal))
      const link = await account.signIn.createUserLink(member.id, organizationId)
      reply.header('cache-control', 'no-store')
      const url = welcomeUrl(config.publicUrl ?? `${request.protocol}://${request.host}`, link.token)
      return { ...toMemberAnswer(member), sign_in_link: { url, expires_at: instantText(link.expires_at) } }
    },
  )

  const membership = { params: z.object({ id: idText }), query: z.object({ organization_id: idText.optional() }) }

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/members/:id',
      summary: 'Gives a member of your organization, or of one below it, another role.',
      access: 'admin',
      params: membership.params,
      body: z.strictObject({ role: z.enum(roles), organization_id: idText.optional() }),
      answer: memberAnswer,
    },
    async ({ params: { id }, body: { role, organization_id }, principal }) => {
      const organizationId = await meantOrganization(account, principal, organization_id)
      const { role: before } = await account.users.findMember(id, organizationId)
      refuseOwnership(principal, [before, role])
      const place = { userId: id, line: await lineOf(organizationId) }
      return toMemberAnswer(await account.users.changeRole(place, role, actorOf(principal)))
    },
  )

  route(
    app,
    {
      method: 'DELETE',
      path: '/v1/members/:id',
      summary: 'Ends a membership of your organization, or of one below it: that person is signed out there at once.',
      access: 'admin',
      ...membership,
      answer: null,
    },
    async ({ params: { id }, query: { organization_id }, principal }) => {
      const organizationId = await meantOrganization(account, principal, organization_id)
      const { role } = await account.users.findMember(id, organizationId)
      refuseOwnership(principal, [role])
      await account.users.removeMember({ userId: id, line: await lineOf(organizationId) }, actorOf(principal))
      return undefined
    },
  )

  /** The organization and those above it, itself first. */
  async function lineOf(organizationId: string): Promise<[string, ...string[]]> {
    const above: string[] = []
    let { parent_id } = await account.organizations.find(organizationId)
    while (parent_id !== null) {
      above.push(parent_id)
      parent_id = (await account.organizations.find(parent_id)).parent_id
    }
    return [organizationId, ...above]
  }

  /**
   * The link signs in as that person, so it is made only for somebody who is not known yet or whom the caller outranks
   * nowhere: everywhere they are a member has to be within the caller's sight, and only an owner makes owners.
   */
  async function refuseBeyondWall(person: NewMember, principal: Principal, scope: readonly string[]): Promise<void> {
    const known = await account.users.findByEmail(person.email)
    const memberships = known ? await account.users.membershipsOf(known.id) : []
    if (memberships.some(({ organization_id }) => !scope.includes(organization_id))) {
      throw new AppError(
        'email_taken',
        409,
        'This address belongs to somebody who is also a member elsewhere. The operator of the server can add them: `parley users create`.',
      )
    }
    refuseOwnership(principal, [person.role, ...memberships.map(({ role }) => role)])
  }
}

/** What concerns owners is for an owner who is signed in. */
function refuseOwnership(principal: Principal, concerned: readonly Role[]): void {
  if (principal.kind === 'user' && principal.role === 'owner') return
  if (!concerned.includes('owner')) return
  throw new AppError(
    'role_not_allowed',
    403,
    'Only an owner who is signed in makes owners or links for them, changes or removes them. Ask an owner.',
  )
}

function toMemberAnswer({ created_at, ...member }: Member): z.input<typeof memberAnswer> {
  return { ...member, created_at: instantText(created_at) }
}
