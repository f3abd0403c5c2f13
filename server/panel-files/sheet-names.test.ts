import { expect, it } from 'vitest'
import { createSheetNames } from './sheet-names.ts'

it('keeps a title that spreadsheets take', () => {
  expect(createSheetNames()('Visits, answered and missed')).toBe('Visits, answered and missed')
})

it('leaves out the signs that spreadsheets forbid', () => {
  const name = createSheetNames()
  expect(name('Sales: by [agent] / team?*\\')).toBe('Sales by agent team')
  expect(name("'quoted' it's")).toBe("quoted' it's")
  expect(name('two\nlines\t')).toBe('two lines')
})

it('cuts between words, within 31 characters and never through a character', () => {
  const name = createSheetNames()
  const cut = name('Leads, service and bot chats against those expected, last 12 months')
  expect(cut).toBe('Leads, service and bot chats…')
  const faces = name('🚲'.repeat(40))
  expect(faces.length).toBeLessThanOrEqual(31)
  expect(faces).toBe(`${'🚲'.repeat(15)}…`)
})

it('tells titles apart that are the same but for capitals, or after they were cut', () => {
  const name = createSheetNames()
  const titles = ['Over time', 'OVER TIME', 'over time', 'x'.repeat(40), 'x'.repeat(50), '???', '***', 'History']
  const names = titles.map(name)
  expect(names.slice(0, 3)).toEqual(['Over time', 'OVER TIME (2)', 'over time (3)'])
  expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(titles.length)
  for (const one of names) expect(one.length).toBeLessThanOrEqual(31)
  expect(names.slice(-3)).toEqual(['–', '– (2)', 'History (2)'])
})
