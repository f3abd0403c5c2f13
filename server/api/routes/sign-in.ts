import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { newOwner } from '../../account/sign-in.ts'
import { limits } from '../../limits.ts'
import { sessionCookie } from '../authenticate.ts'
import { instant, instantText } from '../instant-text.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const token = z.string().min(1).max(200)

export function signInRoutes(app: FastifyInstance, { account, config }: Services): void {
  const name = sessionCookie(account)
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
  } as const

  route(
    app,
    {
      method: 'GET',
      path: '/v1/sign-in/:token',
      summary: 'What a one-time link is for. Looking does not use it up.',
      access: 'public',
      attemptsPerMinute: limits.signInAttemptsPerMinute,
      params: z.object({ token }),
      answer: z.object({
        purpose: z.enum(['owner', 'user']),
        expires_at: instant,
        organization: z
          .object({ id: z.string(), name: z.string() })
          .nullable()
          .meta({ description: 'Where it leads; null when it will create the first organization.' }),
      }),
    },
    async ({ params }) => {
      const { purpose, expires_at, organization } = await account.signIn.inspect(params.token)
      return {
        purpose,
        expires_at: instantText(expires_at),
        organization: organization && { id: organization.id, name: organization.name },
      }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/sign-in',
      summary:
        'Uses a one-time link up and signs this browser in. The first link creates the owner: it needs the other fields.',
      access: 'public',
      attemptsPerMinute: limits.signInAttemptsPerMinute,
      body: newOwner.partial().extend({ token }),
      answer: z.object({ expires_at: instant.meta({ description: 'Until when this browser is signed in.' }) }),
    },
    async ({ body, reply }) => {
      const session = await account.signIn.use(body.token, body)
      reply.setCookie(name, session.token, { ...cookie, expires: new Date(session.expires_at) })
      return { expires_at: instantText(session.expires_at) }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/sign-out',
      summary: 'Signs this browser out.',
      access: 'public',
      answer: null,
    },
    async ({ request, reply }) => {
      await account.signIn.end(request.cookies[name] ?? '')
      reply.clearCookie(name, cookie)
      return undefined
    },
  )
}
