import { querySchema } from '@parley/core/query/request.ts'
import { resolveQuery } from '@parley/core/query/resolve.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { expect, test } from 'vitest'
import { questions } from './questions.ts'

test.each(questions)('the server knows everything that "$title" asks for', ({ request }) => {
  const whole = querySchema.parse({ ...request, range: { from: '2026-01-01', to: '2026-02-01' } })
  const resolved = resolveQuery(whole, catalogue, { now: Date.UTC(2026, 2, 1), timeZone: 'Europe/Amsterdam' })
  expect(resolved).toMatchObject({ ok: true })
})
