import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { OperatorPrincipal, Principal, Scope } from '../account/principal.ts'
import { parseInput } from '../parse-input.ts'
import { operatorOf, principalOf, requireScope } from './authenticate.ts'

/** Who may ask: everybody, anybody who is known, who has one of these scopes, or who runs this server. */
export type Access = 'public' | 'known' | 'operator' | Scope | readonly [Scope, ...Scope[]]

/** One way to ask the server for something: what the handler, the check and the documentation need, said once. */
export type Declaration<A extends Access, Answer extends z.ZodType | null, Params, Query, Body> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `:name` for a part that varies. */
  readonly path: string
  /** One line for the reference. */
  readonly summary: string
  readonly access: A
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** What is answered as JSON; null for nothing (204), or for what is `alsoAnswers` alone. */
  readonly answer: Answer
  /** Of the answer; 200, or 204 when there is none. */
  readonly status?: number
  /** Content types the answer may have beside JSON, for the reference. */
  readonly alsoAnswers?: readonly string[]
  readonly attemptsPerMinute?: number
}

export type Operation = Declaration<Access, z.ZodType | null, z.ZodType, z.ZodType, z.ZodType>

declare module 'fastify' {
  interface FastifyInstance {
    /** What the server can be asked, as `GET /v1/openapi.json` tells it. */
    readonly operations: Operation[]
  }
}

/** What a handler gets: everything parsed, and who asks. */
export type Asked<A extends Access, Params, Query, Body> = {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly principal: A extends 'public' ? Principal | null : A extends 'operator' ? OperatorPrincipal : Principal
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * Adds a route and its documentation. Access is checked before the body is read; what does not fit its schema is
 * refused with 400 `invalid_request` and every problem. A handler that answers something else than JSON sends the reply
 * itself and returns it.
 */
export function route<
  const A extends Access,
  Answer extends z.ZodType | null,
  Params extends z.ZodType = z.ZodUnknown,
  Query extends z.ZodType = z.ZodUnknown,
  Body extends z.ZodType = z.ZodUnknown,
>(
  app: FastifyInstance,
  declaration: Declaration<A, Answer, Params, Query, Body>,
  handle: (
    asked: Asked<A, z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<(Answer extends z.ZodType ? z.input<Answer> : undefined) | FastifyReply>,
): void {
  // What only the command line asks is no part of the described API.
  if (declaration.access !== 'operator') app.operations.push(declaration)
  const { method, path: url, params, query, body, access, attemptsPerMinute } = declaration
  app.route({
    method,
    url,
    onRequest: gate(access),
    config: attemptsPerMinute === undefined ? {} : { rateLimit: { max: attemptsPerMinute, timeWindow: 60_000 } },
    handler: async (request, reply) => {
      const asked = {
        params: params ? parseInput(params, request.params, 'the path') : undefined,
        query: query ? parseInput(query, request.query, 'the query string') : undefined,
        body: body ? parseInput(body, request.body ?? {}, 'the body') : undefined,
        principal: access === 'operator' ? request.operator : request.principal,
        request,
        reply,
      } as Asked<A, z.output<Params>, z.output<Query>, z.output<Body>>
      const answer = await handle(asked)
      // A reply that was sent is waited for to its last byte. Whoever went away before that gets no other answer.
      if (reply.raw.destroyed && !reply.sent) return reply.hijack()
      if (reply.sent || answer === reply) return reply
      if (declaration.answer === null) return reply.code(204).send()
      return reply.code(declaration.status ?? 200).send(answer)
    },
  })
}

function gate(access: Access): ((request: FastifyRequest) => Promise<void>)[] {
  if (access === 'public') return []
  if (access === 'known') return [async (request) => void principalOf(request)]
  if (access === 'operator') return [async (request) => void operatorOf(request)]
  return [typeof access === 'string' ? requireScope(access) : requireScope(...access)]
}
