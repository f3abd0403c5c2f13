import { z } from 'zod'
import { scopes } from '../account/principal.ts'
import { problemDocument } from './problem.ts'
import type { Access, Operation } from './route.ts'

/** The description of the API (OpenAPI 3.1), from what every route says of itself. */
export function describeApi(operations: readonly Operation[], version: string, cookie: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version,
      description: 'Self-hosted analytics for conversations: send events, ask questions, change settings.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: `A key \`sk_…\` with scopes of ${scopes.join(', ')}.` },
        session: { type: 'apiKey', in: 'cookie', name: cookie, description: 'A browser that is signed in.' },
      },
      schemas: { Problem: schemaOf(problemDocument, 'output') },
      responses: {
        Problem: {
          description: 'It was refused or failed; `code` says why.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function describeOperation(operation: Operation): object {
  const parameters = [...parametersIn('path', operation.params), ...parametersIn('query', operation.query)]
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    tags: [operation.path.split('/')[2] ?? operation.path.slice(1)],
    security: operation.access === 'public' ? [] : [{ key: [] }, { session: [] }],
    ...(operation.access === 'public' ? {} : { description: describeAccess(operation.access) }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
          },
        }
      : {}),
    responses: { ...describeAnswer(operation), default: { $ref: '#/components/responses/Problem' } },
  }
}

function describeAnswer({ answer, status, alsoAnswers = [] }: Operation): object {
  const also = alsoAnswers.map((type) => [type, {}])
  if (answer === null && also.length > 0)
    return { [status ?? 200]: { description: 'Done.', content: Object.fromEntries(also) } }
  if (answer === null) return { 204: { description: 'Done.' } }
  const content = { 'application/json': { schema: schemaOf(answer, 'output') }, ...Object.fromEntries(also) }
  return { [status ?? 200]: { description: 'Done.', content } }
}

function describeAccess(access: Exclude<Access, 'public'>): string {
  if (access === 'known') return 'Any key or session.'
  if (access === 'operator') return 'The command line on the machine of the server.'
  const needed = typeof access === 'string' ? [access] : access
  return `Needs the scope ${needed.map((scope) => `\`${scope}\``).join(' or ')}.`
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return described
}

/** `GET /v1/keys/:id` → `getKeysId`. */
function operationId({ method, path }: Operation): string {
  const words = path.replace('/v1/', '/').match(/[A-Za-z0-9]+/g) ?? []
  return method.toLowerCase() + words.map((word) => (word[0]?.toUpperCase() ?? '') + word.slice(1)).join('')
}
