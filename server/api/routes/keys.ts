import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Key, newKey } from '../../account/keys.ts'
import { idText } from '../../account/organizations.ts'
import { actorOf, scopes } from '../../account/principal.ts'
import { instant, instantText, instantTextOrNull } from '../instant-text.ts'
import { meantOrganization, organizationId } from '../meant-organization.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const keyAnswer = z.object({
  id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  prefix: z.string().meta({ description: 'The first characters, to recognize it by.' }),
  kind: z.enum(['secret', 'publishable']),
  scopes: z.array(z.enum(scopes)),
  origins: z.array(z.string()).meta({ description: 'Where a publishable key may be used from.' }),
  created_at: instant,
  last_used_at: instant.nullable(),
  revoked_at: instant.nullable(),
})

export function keyRoutes(app: FastifyInstance, { account }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/keys',
      summary: 'The keys of an organization, oldest first, revoked ones included. Never the keys themselves.',
      access: 'admin',
      query: z.object({ organization_id: organizationId }),
      answer: z.object({ keys: z.array(keyAnswer) }),
    },
    async ({ query, principal }) => {
      const keys = await account.keys.list([await meantOrganization(account, principal, query.organization_id)])
      return { keys: keys.map(toKeyAnswer) }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/keys',
      summary: 'Makes a key. It is in the answer, this once: only its hash is kept.',
      access: 'admin',
      body: newKey.safeExtend({ organization_id: organizationId }),
      answer: keyAnswer.extend({ key: z.string() }),
      status: 201,
    },
    async ({ body: { organization_id, ...body }, principal, reply }) => {
      const target = await meantOrganization(account, principal, organization_id)
      const { key, secret } = await account.keys.create(target, body, actorOf(principal))
      reply.header('cache-control', 'no-store')
      return { ...toKeyAnswer(key), key: secret }
    },
  )

  route(
    app,
    {
      method: 'DELETE',
      path: '/v1/keys/:id',
      summary: 'Revokes a key: from now on it is refused.',
      access: 'admin',
      params: z.object({ id: idText }),
      answer: null,
    },
    async ({ params, principal }) => {
      await account.keys.revoke(params.id, await account.scopeOf(principal.organizationId), actorOf(principal))
      return undefined
    },
  )
}

function toKeyAnswer(key: Key): z.input<typeof keyAnswer> {
  return {
    ...key,
    scopes: [...key.scopes],
    origins: [...key.origins],
    created_at: instantText(key.created_at),
    last_used_at: instantTextOrNull(key.last_used_at),
    revoked_at: instantTextOrNull(key.revoked_at),
  }
}
