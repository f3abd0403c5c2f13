import { didYouMean } from '@parley/core/errors/nearest-name.ts'
import type { z } from 'zod'
import { limits } from '../limits.ts'
import { inWords, isRequired, type JsonSchema, propertiesOf, schemaAt, takes } from './json-schema.ts'

type Path = readonly PropertyKey[]

/** One thing that is wrong with a value from outside. */
export type DataProblem = {
  readonly message: string
  /** JSON pointer to it: `/data/author/kind`. */
  readonly pointer: string
}

/** What the value as a whole is called, and where it lies. */
export type Place = { readonly name: string; readonly pointer: string }

/**
 * Zod's findings about a value as sentences that name the field, what it is, and what it must be, with the nearest name
 * of one that is not known. Of very many only the first are told (`limits.problemsPerEvent`).
 */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  schema: JsonSchema,
  place: Place,
): DataProblem[] {
  return issues.flatMap((issue) => explainIssue(issue, data, schema, place)).slice(0, limits.problemsPerEvent)
}

/** The sentences for one finding: one for each field that should not be there. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, schema: JsonSchema, place: Place): DataProblem[] {
  return issue.code === 'unrecognized_keys'
    ? unknownFields(issue, schema, place)
    : [explain(issue, data, schema, place)]
}

/**
 * What is wrong with a value that may be one of several things: what is wrong with the one it comes nearest to, if it is
 * at all of the type of one of them.
 */
export function withoutUnions(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const alike = issue.errors.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const [nearest] = alike.toSorted((one, other) => one.length - other.length)
  if (nearest === undefined) return [issue]
  return nearest.flatMap((one) => withoutUnions({ ...one, path: [...issue.path, ...one.path] }))
}

function unknownFields(issue: z.core.$ZodIssueUnrecognizedKeys, schema: JsonSchema, place: Place): DataProblem[] {
  const known = Object.keys(propertiesOf(schemaAt(schema, issue.path)))
  return issue.keys.map((key) => ({
    message: `${nameOf(issue.path, place)} has ${quoted(key)}; it may have ${known.join(', ')}.${didYouMean(key, known)}`,
    pointer: pointerOf([...issue.path, key], place),
  }))
}

function explain(issue: z.core.$ZodIssue, data: unknown, schema: JsonSchema, place: Place): DataProblem {
  const { path } = issue
  const value = valueAt(data, path)
  const pointer = pointerOf(path, place)
  const name = nameOf(path, place)
  const expected = schemaAt(schema, path)
  if (value === undefined) {
    const fields = path.length === 0 ? ` with ${(schema.required ?? []).join(', ')}` : ''
    return { message: `${name} is missing; it must be ${inWords(expected ?? {})}${fields}.`, pointer }
  }
  const wayOut = value === null && !isRequired(schema, path) ? ', or be left out' : ''
  return { message: `${name} ${isAndMust(issue, value, expected ?? {})}${wayOut}.${nearestOf(issue, value)}`, pointer }
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
      return `is ${shown(value)}; it ${issue.message || `must be ${inWords(expected)}`}`
    case 'invalid_type':
      return `is ${told(value, expected)}; it must be ${isNamed(expected) ? inWords(expected) : `a ${issue.expected}`}`
    default:
      return `is ${told(value, expected)}; it must be ${inWords(expected)}`
  }
}

/** A text that only its quotes tell from what is wanted, `"5"` or `"true"`, is called a text. */
function told(value: unknown, expected: JsonSchema): string {
  const meant = typeof value === 'string' ? meantBy(value) : null
  return meant !== null && takes(expected, meant) ? `the text ${shown(value)}` : shown(value)
}

function meantBy(text: string): number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** Whether the schema says what the value is; of one that is converted first it does not. */
function isNamed({ type, anyOf, enum: values, const: only }: JsonSchema): boolean {
  return [type, anyOf, values, only].some((said) => said !== undefined)
}

function nearestOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return ''
  return didYouMean(
    value,
    issue.values.filter((known) => typeof known === 'string'),
  )
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

function nameOf(path: Path, place: Place): string {
  if (path.length === 0) return place.name
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return quoted(name.replace(/^\./, ''))
}

function pointerOf(path: Path, place: Place): string {
  return `${place.pointer}${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
}
