// What one record leaves to the next: within its own kind, and within the day.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { carriedOver, carry, forgetCarried } from './carrying'

beforeEach(() => {
  forgetCarried()
  vi.useFakeTimers({ now: new Date('2023-03-02T16:00:00') })
})
afterEach(() => vi.useRealTimers())

test('what is carried is carried to records of its own kind', () => {
  carry('publication', { department: 20 })
  expect(carriedOver('publication')).toEqual({ department: 20 })
  expect(carriedOver('reply')).toEqual({})
})

test('nothing is carried into another day', () => {
  carry('publication', { published_on: '2023-03-02' })
  vi.setSystemTime(new Date('2023-03-03T08:00:00'))
  expect(carriedOver('publication')).toEqual({})
})
