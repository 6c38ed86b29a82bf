import { describe, expect, it } from 'vitest'
import { nowOf, shareOf } from './progress'

const since = '2026-01-05T09:00:00.000Z'
const due = '2026-01-05T09:00:10.000Z'

describe('A held poll', () => {
  it.each([['09:00:00', 0], ['09:00:05', 0.5], ['09:00:10', 1], ['08:00:00', 0], ['10:00:00', 1]])(
    'is at %s of the clock as full as it is held: %d', (time, share) => {
      expect(shareOf({ since, due }, Date.parse(`2026-01-05T${time}Z`))).toBe(share)
    })

  it('that nothing ends never fills, and one that is due at once is full', () => {
    expect(shareOf({ since }, Date.parse(due))).toBe(0)
    expect(shareOf({ since, due: since }, Date.parse(since))).toBe(1)
  })
})

describe('A clock', () => {
  const clock = { now: since, dueCount: 0 }
  it('goes on by its rate, and stands where it is frozen', () => {
    expect(nowOf({ ...clock, mode: 'running', rate: 10 }, 500)).toBe(Date.parse(since) + 5000)
    expect(nowOf({ ...clock, mode: 'frozen' }, 500)).toBe(Date.parse(since))
  })
})
