import { expect, it } from 'vitest'
import { namesOfTrackedUrls } from './tracked-url-names.ts'

const tracked = (id: string, label: string, organization_id: string) => ({ id, label, organization_id })
const organizations = new Map([
  ['north', 'Velo North'],
  ['south', 'Velo South'],
])

it('names a tracked URL by its label alone where no other has it', () => {
  const names = namesOfTrackedUrls([tracked('1', 'Home', 'north'), tracked('2', 'Cards', 'south')], organizations)
  expect([...names]).toEqual([
    ['1', 'Home'],
    ['2', 'Cards'],
  ])
})

it('tells the same label of two organizations apart', () => {
  const both = [tracked('1', 'Home', 'north'), tracked('2', 'Home', 'south'), tracked('3', 'Home', 'gone')]
  expect([...namesOfTrackedUrls(both, organizations).values()]).toEqual([
    'Home · Velo North',
    'Home · Velo South',
    'Home',
  ])
})
