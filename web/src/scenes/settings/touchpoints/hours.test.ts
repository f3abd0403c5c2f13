import { expect, test } from 'vitest'
import { problemsOfHours, readHours, readTime, summaryOf, writeHours } from './hours.ts'

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['930', '09:30'],
  ['17.45', '17:45'],
  ['24:00', '24:00'],
  ['noon', 'noon'],
])('%s is read as %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

const hours = {
  weekly: {
    mon: [
      ['09:00', '12:30'],
      ['13:00', '17:00'],
    ],
    fri: [['18:00', '24:00']],
  },
  exceptions: [
    { date: '2026-12-25', hours: [] },
    { date: '2026-12-31', hours: [['09:00', '12:00']] },
  ],
}

test('hours are written and read back as they were, exceptions by date', () => {
  expect(readHours(writeHours(hours))).toEqual(hours)
  expect(problemsOfHours(writeHours(hours))).toEqual({})
  const turned = { ...hours, exceptions: hours.exceptions.toReversed() }
  expect(readHours(writeHours(turned))).toEqual(hours)
  expect(readHours(writeHours(null))).toEqual({ weekly: {} })
})

test('what the server would refuse is told where it would tell it', () => {
  const period = (from: string, to: string) => ({ from, to })
  const { weekly } = writeHours(null)
  const wrong = {
    weekly: {
      ...weekly,
      mon: [period('9', '12'), period('11:30', '13')],
      tue: [period('12', '12')],
      wed: [period('9', '25:00')],
    },
    exceptions: [
      { date: '', periods: [] },
      { date: '2026-12-25', periods: [period('x', '10')] },
      { date: '2026-12-25', periods: [] },
    ],
  }
  expect(problemsOfHours(wrong)).toEqual({
    '/weekly/mon/1': 'overlap',
    '/weekly/tue/0': 'order',
    '/weekly/wed/0': 'time',
    '/exceptions/0/date': 'date',
    '/exceptions/1/hours/0': 'time',
    '/exceptions/2/date': 'date_twice',
  })
})

test('days in a row with the same hours are told together', () => {
  const nine = [['09:00', '17:00']]
  const weekly = { mon: nine, tue: nine, wed: nine, fri: nine, sat: [['10:00', '12:00']] }
  expect(summaryOf({ weekly })).toEqual([
    { first: 'mon', last: 'wed', text: '09:00–17:00' },
    { first: 'fri', last: 'fri', text: '09:00–17:00' },
    { first: 'sat', last: 'sat', text: '10:00–12:00' },
  ])
})
