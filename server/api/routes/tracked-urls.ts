import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { actorOf } from '../../account/principal.ts'
import { previewPatterns } from '../../settings/preview-patterns.ts'
import { type KeptTrackedUrl, newTrackedUrl, patternsList } from '../../settings/tracked-urls.ts'
import { instant, instantText } from '../instant-text.ts'
import { meantOrganization, organizationId } from '../meant-organization.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const trackedUrlAnswer = z.object({
  id: z.string().meta({ description: 'Its value of the dimension `tracked_url`; `-1` is other pages.' }),
  organization_id: z.string(),
  label: z.string(),
  patterns: z.array(z.string()).meta({
    description:
      'Addresses in which `*` stands for any characters. Scheme, query and a slash at the end make no difference, nor do capitals in the host.',
  }),
  created_at: instant,
})

const params = z.object({ id: idText })

/** The names an organization gives to some of its pages. A change holds for the past at once. */
export function trackedUrlRoutes(app: FastifyInstance, { account, trackedUrls, ask }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/tracked-urls',
      summary: 'The tracked URLs of an organization, by label.',
      access: ['query', 'admin'],
      query: z.object({ organization_id: organizationId }),
      answer: z.object({ tracked_urls: z.array(trackedUrlAnswer) }),
    },
    async ({ query, principal }) => {
      const target = await meantOrganization(account, principal, query.organization_id)
      return { tracked_urls: (await trackedUrls.list([target])).map(toAnswer) }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/tracked-urls',
      summary: 'Adds a tracked URL. Its numbers reach back to the first event.',
      access: 'admin',
      body: newTrackedUrl.extend({ organization_id: organizationId }),
      answer: trackedUrlAnswer,
      status: 201,
    },
    async ({ body: { organization_id, ...input }, principal }) => {
      const target = await meantOrganization(account, principal, organization_id)
      return toAnswer(await trackedUrls.create(target, input, actorOf(principal)))
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/tracked-urls/:id',
      summary: 'Changes the label, the patterns or both; patterns are replaced as a whole.',
      access: 'admin',
      params,
      body: newTrackedUrl.partial(),
      answer: trackedUrlAnswer,
    },
    async ({ params: { id }, body, principal }) => {
      const within = await account.scopeOf(principal.organizationId)
      return toAnswer(await trackedUrls.change(id, within, body, actorOf(principal)))
    },
  )

  route(
    app,
    {
      method: 'DELETE',
      path: '/v1/tracked-urls/:id',
      summary: 'Removes a tracked URL, once it is confirmed: its pages then count as other pages, in the past too.',
      access: 'admin',
      params,
      query: z.object({ confirm: z.enum(['true', 'false']).default('false') }),
      answer: null,
    },
    async ({ params: { id }, query: { confirm }, principal }) => {
      const within = await account.scopeOf(principal.organizationId)
      const isConfirmed = confirm === 'true'
      if (!isConfirmed) {
        await trackedUrls.find(id, within)
        throw confirmationRequired()
      }
      await trackedUrls.remove(id, within, actorOf(principal))
      return undefined
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/tracked-urls/preview',
      summary: 'Which pages of the last 30 days some patterns match; nothing is kept.',
      access: ['query', 'admin'],
      body: z.strictObject({ patterns: patternsList, organization_id: organizationId }),
      answer: z.object({
        pages: z.array(z.object({ page: z.string(), events: z.int() })),
        matched: z.int().meta({ description: 'Different pages that match, shown or not.' }),
        seen: z.int().meta({ description: 'Different pages in all.' }),
      }),
    },
    async ({ body: { patterns, organization_id }, principal }) => {
      const target = await meantOrganization(account, principal, organization_id)
      return previewPatterns(ask.engine(), target, patterns, ask.asOf())
    },
  )
}

function confirmationRequired(): AppError {
  return new AppError(
    'confirmation_required',
    409,
    'Are you sure? Any previous statistics related specifically to this URL will be removed',
  )
}

function toAnswer({ created_at, patterns, ...one }: KeptTrackedUrl): z.input<typeof trackedUrlAnswer> {
  return { ...one, patterns: [...patterns], created_at: instantText(created_at) }
}
