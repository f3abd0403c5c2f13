import { AppError } from '@parley/core/errors/app-error.ts'
import { querySchema, recordsSchema } from '@parley/core/query/request.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse-input.ts'

const range = { group: 'today' }

/** Everything that is wrong, as code, pointer and message. */
function problemsOf(schema: z.ZodType, value: unknown): string[] {
  try {
    parseInput(schema, value, 'the body')
  } catch (error) {
    if (error instanceof AppError)
      return error.problems.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`)
  }
  throw new Error('It was taken.')
}

test.each<[string, unknown, readonly string[]]>([
  [
    'no range',
    { metrics: ['chats'] },
    ['invalid_union /range: "range" is missing; it must be an object with from and to, or an object with group.'],
  ],
  [
    'half a range',
    { metrics: ['chats'], range: { from: '2026-03-01' } },
    ['invalid_type /range/to: "range.to" is missing; it must be a string of at most 100 characters.'],
  ],
  [
    'a range that is a word',
    { metrics: ['chats'], range: 'today' },
    ['invalid_union /range: "range" is "today"; it must be an object with from and to, or an object with group.'],
  ],
  [
    'a slip of the pen in a range',
    { metrics: ['chats'], range: { grup: 'today' } },
    [
      'invalid_type /range/group: "range.group" is missing; it must be a string of at most 100 characters.',
      'unrecognized_keys /range/grup: "range" has "grup"; it may have from, to, group. Did you mean "group"?',
    ],
  ],
  [
    'an operator that is nearly one, and a value that is none',
    { metrics: ['chats'], range, filters: [{ dimension: 'agent', op: 'inn', values: [true] }] },
    [
      'invalid_value /filters/0/op: "filters[0].op" is "inn"; it must be one of in, not_in, exists, not_exists, contains. Did you mean "in"?',
      'invalid_union /filters/0/values/0: "filters[0].values[0]" is true; it must be a string of at most 2000 characters or a number or null.',
    ],
  ],
  [
    'numbers that do not fit, and a null',
    { metrics: [], range, limit: 0, time_zone: null },
    [
      'too_small /metrics: "metrics" has 0 items; it must have at least 1.',
      'invalid_type /time_zone: "time_zone" is null; it must be a string of at most 100 characters, or be left out.',
      'too_small /limit: "limit" is 0; it must be at least 1.',
    ],
  ],
  [
    'a number and a truth in quotes',
    { metrics: ['chats'], range, limit: '10', order: [{ by: 'chats', desc: 'true' }] },
    [
      'invalid_type /order/0/desc: "order[0].desc" is the text "true"; it must be true or false.',
      'invalid_type /limit: "limit" is the text "10"; it must be a whole number.',
    ],
  ],
  ['a text', 'chats', ['invalid_type : The body is "chats"; it must be an object.']],
])('a question with %s is told what is wrong, the rule and the way out', (_, question, problems) => {
  expect(problemsOf(querySchema, question)).toEqual(problems)
})

test('an unknown field of a question is told with the nearest one that is known', () => {
  const [problem] = problemsOf(querySchema, { metrics: ['chats'], range, granularty: 'day' })
  expect(problem).toMatch(/^unrecognized_keys \/granularty: The body has "granularty"; it may have metrics, range, /)
  expect(problem).toMatch(/ Did you mean "granularity"\?$/)
})

test('records without anything are told all they need', () => {
  expect(problemsOf(recordsSchema, {})).toEqual([
    'invalid_type /metric: "metric" is missing; it must be a string of 1 to 200 characters.',
    'invalid_union /range: "range" is missing; it must be an object with from and to, or an object with group.',
  ])
})

test('a schema that has words and a code of its own is told in them', () => {
  const schema = z.object({
    name: z.string().min(2, 'A name needs two characters.'),
    zone: z.string().refine(() => false, { params: { code: 'unknown_time_zone' }, error: 'No such zone.' }),
    limit: z.coerce.number().int(),
  })
  expect(problemsOf(schema, { name: 'x', zone: 'y', limit: 'many' })).toEqual([
    'too_small /name: A name needs two characters.',
    'unknown_time_zone /zone: No such zone.',
    'invalid_type /limit: "limit" is "many"; it must be a whole number.',
  ])
})

test('what fits is answered as the schema makes it', () => {
  expect(parseInput(z.object({ limit: z.coerce.number() }), { limit: '3' }, 'the query string')).toEqual({ limit: 3 })
})
