import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import { z } from 'zod'
import { explainIssue, type Place, withoutUnions } from './explain/explain.ts'
import type { JsonSchema } from './explain/json-schema.ts'

/**
 * Parses a value from outside with its schema. Throws `invalid_request` (400) with everything that is wrong: each problem
 * names the field, the rule and the way out, and has a JSON pointer into the value. `name` says in the message what was to
 * be read ("the body", "the command line").
 *
 * What a schema says in words of its own is told in them, in whole sentences. A schema gives a problem a code of its own
 * by `params: { code }` in a refinement; otherwise it is Zod's.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(value, { error: () => noWords })
  if (parsed.success) return parsed.data
  const place: Place = { name: `${name[0]?.toUpperCase()}${name.slice(1)}`, pointer: '' }
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const problems = parsed.error.issues
    .flatMap(withoutUnions)
    .flatMap((issue) => toProblems(issue, value, described as JsonSchema, place))
  throw new AppError('invalid_request', 400, `${place.name} cannot be used as it is.`, { problems })
}

/** What a schema that has no words of its own says. */
const noWords = ''

function toProblems(issue: z.core.$ZodIssue, value: unknown, schema: JsonSchema, place: Place): Problem[] {
  const code = codeOf(issue)
  return explainIssue(issue, value, schema, place).map(({ message, pointer }) => ({
    code,
    message: issue.message === noWords ? message : issue.message,
    pointer,
  }))
}

function codeOf(issue: z.core.$ZodIssue): string {
  const own = issue.code === 'custom' ? issue.params?.code : undefined
  return typeof own === 'string' ? own : issue.code
}
