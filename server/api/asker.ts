import { chooseLanguage } from '@parley/model/texts/index.ts'
import type { FastifyRequest } from 'fastify'
import type { Principal } from '../account/principal.ts'
import type { Asker } from '../ask/asking.ts'

/** Who asks a question, and in which language. */
export function askerOf({ organizationId }: Principal, request: FastifyRequest): Asker {
  return { organizationId, language: chooseLanguage(request.headers['accept-language']) }
}
