import { expect, test } from 'vitest'
import { colourOf, coloursOf } from './meanings.ts'
import { neutralMark } from './palette.ts'

test('a channel has the same colour whoever it is drawn with', () => {
  const alone = colourOf('channel', 'whatsapp', 'light')
  expect(coloursOf('channel', ['telegram', 'whatsapp', 'web'], 'light', new Map())[1]).toBe(alone)
})

test('kinds of author keep their colours in both schemes apart', () => {
  for (const scheme of ['light', 'dark'] as const) {
    expect(new Set(coloursOf('author_kind', ['contact', 'agent', 'bot', 'system'], scheme, new Map())).size).toBe(4)
  }
})

test('values drawn together never share a colour while there are free ones', () => {
  const channels = ['web', 'whatsapp', 'telegram', 'viber', 'facebook', 'sms', 'vkontakte', 'line']
  expect(new Set(coloursOf('channel', channels, 'light', new Map())).size).toBe(8)
})

test('a name without a fixed colour keeps the one it has got', () => {
  expect(colourOf('agent', 'a17', 'dark')).toBe(colourOf('agent', 'a17', 'dark'))
})

test('"none" is neutral', () => {
  expect(coloursOf('agent', [null, 'a1'], 'light', new Map())[0]).toBe(neutralMark.light)
})
