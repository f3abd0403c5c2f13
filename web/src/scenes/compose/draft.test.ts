import { expect, test } from 'vitest'
import type { DashboardPage, DimensionInfo, MetricInfo } from '../../ask/catalogue.ts'
import {
  draftOf,
  emptyDraft,
  emptyPanel,
  moved,
  newPanelId,
  offeredFilters,
  sentOf,
  sharedDimensions,
  withPanel,
} from './draft.ts'

const metric = (id: string, title: string, dimensions: string[]) =>
  [id, { id, title, dimensions } as unknown as MetricInfo] as const
const dimension = (id: string, title: string) => [id, { id, title } as DimensionInfo] as const
const known = {
  metrics: new Map([metric('chats', 'Chats', ['channel', 'agent']), metric('visits', 'Visits', ['channel', 'device'])]),
  dimensions: new Map([dimension('agent', 'Agent'), dimension('channel', 'Channel'), dimension('device', 'Device')]),
}
const chats = { ...emptyPanel, id: 'panel_1', metrics: ['chats'] }
const visits = { ...emptyPanel, id: 'panel_2', metrics: ['visits'], dimensions: ['channel'] }

test('a panel moves to another place, and nowhere beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})

test('filters are offered that some of the numbers know, those of most numbers first', () => {
  expect(offeredFilters({ ...emptyDraft, panels: [chats, visits] }, known)).toEqual(['channel', 'agent', 'device'])
  expect(
    offeredFilters({ ...emptyDraft, picker: ['visits'], panels: [{ ...chats, metrics: ['$picked'] }] }, known),
  ).toEqual(['channel', 'device'])
  expect(sharedDimensions(['chats', 'visits'], known)).toEqual(['channel'])
})

test('a filter that no number knows any more is not sent', () => {
  const draft = { ...emptyDraft, title: ' Week ', filters: ['device', 'agent'], panels: [chats] }
  expect(sentOf(draft, known)).toMatchObject({ title: 'Week', filters: ['agent'] })
})

test('a title that a panel has by itself is left to it, so that others read it in their language', () => {
  const page = {
    ...emptyDraft,
    visibility: 'built_in',
    panels: [
      { ...visits, title: 'Visits · Channel' },
      { ...chats, title: 'Ours' },
    ],
  }
  const draft = draftOf(page as unknown as DashboardPage, known)
  expect(draft.panels.map(({ title }) => title)).toEqual(['', 'Ours'])
  expect(draft.visibility).toBe('private')
})

test('a new panel has an id that no other has', () => {
  expect(newPanelId([])).toBe('panel_1')
  expect(newPanelId([{ id: 'panel_3' }, { id: 'panel_1' }])).toBe('panel_4')
})

test('what a new panel is split by filters the dashboard; one that is there keeps its place', () => {
  const one = withPanel(emptyDraft, visits)
  expect(one).toMatchObject({ filters: ['channel'], panels: [visits] })
  const two = withPanel(withPanel(one, chats), { ...visits, width: 12, dimensions: ['device'] })
  expect(two.panels.map(({ id, width }) => [id, width])).toEqual([
    ['panel_2', 12],
    ['panel_1', 6],
  ])
  expect(two.filters).toEqual(['channel'])
})
