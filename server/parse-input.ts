import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import type { z } from 'zod'

/**
 * Parses a value from outside with its schema. Throws `invalid_request` (400) with everything that is wrong, each with
 * a JSON pointer into the value. `name` says in the message what was to be read ("the body", "the command line").
 *
 * A schema gives a problem a code of its own by `params: { code }` in a refinement; otherwise it is Zod's.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(toProblem)
  throw new AppError('invalid_request', 400, `${name[0]?.toUpperCase()}${name.slice(1)} cannot be used as it is.`, {
    problems,
  })
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const own = issue.code === 'custom' ? issue.params?.code : undefined
  return {
    code: typeof own === 'string' ? own : issue.code,
    message: issue.message,
    pointer: issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  }
}
