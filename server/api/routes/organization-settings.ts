import { settings as declared, type SettingName, settingNames } from '@parley/model/settings/settings.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { actorOf } from '../../account/principal.ts'
import { type HeldSettings, settingChanges } from '../../settings/settings.ts'
import { meantOrganization } from '../meant-organization.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const settingAnswer = z.object({
  value: z.unknown().meta({ description: 'What holds.' }),
  source: z.enum(['own', 'inherited', 'default']).meta({ description: 'Set here, above, or by nobody.' }),
  default: z.unknown(),
  changes: z.enum(['facts', 'answers']).meta({
    description:
      '`answers`: a change holds for every number at once, those of the past too. `facts`: once facts are derived again, which happens by itself: GET /v1/derivation says how far it is.',
  }),
  what: z.string(),
})

const settingsAnswer = z.object({
  organization_id: z.string(),
  settings: z.record(z.string(), settingAnswer).meta({ description: 'By name.' }),
})

const params = z.object({ id: idText })

/** What an organization decides for itself. */
export function organizationSettingsRoutes(app: FastifyInstance, { account, settings }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/organizations/:id/settings',
      summary: 'What your organization, or one below it, has set, and the defaults of the rest.',
      access: ['query', 'admin'],
      params,
      answer: settingsAnswer,
    },
    async ({ params: { id }, principal }) => {
      const organizationId = await meantOrganization(account, principal, id)
      const held = (await settings.of([organizationId])).get(organizationId)
      if (held === undefined) throw new Error('What was asked for was not answered.')
      return toSettingsAnswer(organizationId, held)
    },
  )

  route(
    app,
    {
      method: 'PATCH',
      path: '/v1/organizations/:id/settings',
      summary: 'Sets what is named and leaves the rest as it is; null takes a value back.',
      access: 'admin',
      params,
      body: settingChanges,
      answer: settingsAnswer,
    },
    async ({ params: { id }, body, principal }) => {
      const organizationId = await meantOrganization(account, principal, id)
      return toSettingsAnswer(organizationId, await settings.change(organizationId, body, actorOf(principal)))
    },
  )
}

function toSettingsAnswer(organization_id: string, held: HeldSettings): z.input<typeof settingsAnswer> {
  const answerOf = (name: SettingName) => ({
    value: held.values[name],
    source: held.sources[name],
    default: declared[name].default,
    changes: declared[name].changes,
    what: declared[name].what,
  })
  return { organization_id, settings: Object.fromEntries(settingNames.map((name) => [name, answerOf(name)])) }
}
