import type { z } from 'zod'
import { limits } from '../limits.ts'
import { inWords, isRequired, type JsonSchema, schemaAt } from './json-schema.ts'

type Path = readonly PropertyKey[]

/** One thing that is wrong with `data`. */
export type DataProblem = {
  readonly message: string
  /** JSON pointer into the event: `/data/author/kind`. */
  readonly pointer: string
}

/**
 * Zod's findings about `data` as sentences that name the field, what it is, and what it must be. Of very many only the
 * first are told (`limits.problemsPerEvent`).
 */
export function explainIssues(issues: readonly z.core.$ZodIssue[], data: unknown, schema: JsonSchema): DataProblem[] {
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? unknownFields(issue, schema) : explain(issue, data, schema),
    )
    .slice(0, limits.problemsPerEvent)
}

function unknownFields(issue: z.core.$ZodIssueUnrecognizedKeys, schema: JsonSchema): DataProblem[] {
  const known = Object.keys(schemaAt(schema, issue.path)?.properties ?? {})
  return issue.keys.map((key) => ({
    message: `${nameOf(issue.path)} has ${quoted(key)}; it may have ${known.join(', ')}.`,
    pointer: pointerOf([...issue.path, key]),
  }))
}

function explain(issue: z.core.$ZodIssue, data: unknown, schema: JsonSchema): DataProblem {
  const { path } = issue
  const value = valueAt(data, path)
  const pointer = pointerOf(path)
  const expected = schemaAt(schema, path)
  if (value === undefined) {
    const fields = path.length === 0 ? ` with ${(schema.required ?? []).join(', ')}` : ''
    return { message: `${nameOf(path)} is missing; it must be ${inWords(expected ?? {})}${fields}.`, pointer }
  }
  const wayOut = value === null && !isRequired(schema, path) ? ', or be left out' : ''
  return { message: `${nameOf(path)} ${isAndMust(issue, value, expected ?? {})}${wayOut}.`, pointer }
}

/** `is "robot"; it must be one of contact, agent, bot, system` */
function isAndMust(issue: z.core.$ZodIssue, value: unknown, expected: JsonSchema): string {
  switch (issue.code) {
    case 'too_small':
      if (typeof value === 'string') return `is empty; it must be ${inWords(expected)}`
      if (Array.isArray(value)) return `has ${itemsOf(value)}; it must have at least ${issue.minimum}`
      return `is ${shown(value)}; it must be at least ${issue.minimum}`
    case 'too_big':
      if (typeof value === 'string')
        return `has ${charactersOf(value)} characters; it may have at most ${issue.maximum}`
      if (Array.isArray(value)) return `has ${itemsOf(value)}; it may have at most ${issue.maximum}`
      return `is ${shown(value)}; it must be at most ${issue.maximum}`
    case 'invalid_format':
    case 'custom':
      return `is ${shown(value)}; it ${issue.message}`
    default:
      return `is ${shown(value)}; it must be ${inWords(expected)}`
  }
}

function itemsOf(list: readonly unknown[]): string {
  return list.length === 1 ? '1 item' : `${list.length} items`
}

function valueAt(data: unknown, path: Path): unknown {
  let at = data
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}

/** A value in a message: texts and numbers as they are, larger things by what they are. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value))
    return value.every(isPlain) && value.length <= 4 ? `[${value.map(shown).join(', ')}]` : 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** How long a text is in Unicode code points, as the schemas count. */
export function charactersOf(text: string): number {
  let characters = 0
  for (const _ of text) characters += 1
  return characters
}

/** A text in quotes, cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text)
}

function nameOf(path: Path): string {
  if (path.length === 0) return '"data"'
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return quoted(name.slice(1))
}

function pointerOf(path: Path): string {
  return `/data${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
}
