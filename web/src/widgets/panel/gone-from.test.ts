import { expect, test } from 'vitest'
import { goneFrom } from './gone-from.ts'

const known = { metrics: new Map([['chats', {}]]), dimensions: new Map([['channel', {}]]), picked: undefined }

test('what the catalogue no longer has is named: metrics, dimensions, and a pick without a picker', () => {
  expect(goneFrom({ metrics: ['chats'], dimensions: ['channel'] }, known)).toEqual([])
  expect(goneFrom({ metrics: ['chats', 'old'], dimensions: ['past'] }, known)).toEqual(['old', 'past'])
  expect(goneFrom({ metrics: ['$picked'], dimensions: [] }, known)).toEqual(['$picked'])
  expect(goneFrom({ metrics: ['$picked'], dimensions: [] }, { ...known, picked: 'chats' })).toEqual([])
})
