import { expect, test } from 'vitest'
import { type Filter, plainView, withPicked } from './view.ts'

const on = (...values: (string | null)[]): Filter => ({ dimension: 'channel', op: 'in', values })
const none: Filter = { dimension: 'channel', op: 'not_exists', values: [] }
const filtered = (...filters: Filter[]) => ({ ...plainView, filters })
const only = { isAdded: false }
const also = { isAdded: true }

test('a click leaves only what was clicked, and another click on it everything', () => {
  const once = withPicked(plainView, [on('web')], only)
  expect(once.filters).toEqual([on('web')])
  expect(withPicked(once, [on('sms')], only).filters).toEqual([on('sms')])
  expect(withPicked(once, [on('web')], only).filters).toEqual([])
  expect(withPicked(filtered(none), [none], only).filters).toEqual([])
})

test('with Ctrl a value joins those that are chosen, or leaves them', () => {
  const two = withPicked(filtered(on('web')), [on('sms')], also)
  expect(two.filters).toEqual([on('web', 'sms')])
  expect(withPicked(two, [on('web')], also).filters).toEqual([on('sms')])
  expect(withPicked(filtered(on('web')), [none], also).filters).toEqual([on('web', null)])
})

test('what stands for several dimensions filters by all of them, beside the others', () => {
  const agent: Filter = { dimension: 'agent', op: 'in', values: ['a1'] }
  const country: Filter = { dimension: 'country', op: 'in', values: ['NL'] }
  expect(withPicked(filtered(country), [on('web'), agent], only).filters).toEqual([country, on('web'), agent])
})
