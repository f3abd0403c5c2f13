import { z } from 'zod'

/** What is wrong, below the value the rule looks at. */
export type RuleProblem = {
  readonly path: readonly (string | number)[]
  /** Completes "it …": `must be after the start of the period`. */
  readonly message: string
}

/** A check that JSON Schema cannot express. It is given anything at all, and says nothing about values of another type. */
export type Rule = (value: unknown) => readonly RuleProblem[]

/** Every rule by name: JSON Schema made from a ruled schema carries the name in its keyword `rule`. */
export const rules = new Map<string, Rule>()

/**
 * Adds a rule to a schema: zod runs it, also where other checks failed, so that all problems are told at once; and
 * JSON Schema made from it says `"rule": name`, for a validator that looks the function up in {@link rules}.
 */
export function ruled<Schema extends z.ZodType>(schema: Schema, name: string, rule: Rule): Schema {
  const known = rules.get(name)
  if (known !== undefined && known !== rule) throw new Error(`There are two rules named ${name}.`)
  rules.set(name, rule)
  const check = z.core._check<unknown>(
    (payload) => {
      for (const { path, message } of rule(payload.value)) {
        payload.issues.push({ code: 'custom', path: [...path], message, input: payload.value, continue: true })
      }
    },
    { when: () => true },
  )
  return schema.check(check).meta({ rule: name })
}

/** Whether the value is an object with fields: for rules, which may be given anything. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
