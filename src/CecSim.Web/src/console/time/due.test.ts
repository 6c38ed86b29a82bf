import { describe, expect, it } from 'vitest'
import type { HeldToken } from '../../../../cecsim-js/src/contract.js'
import { dueOf } from './due'
import { leftOf, msUntil } from './moment'

const at = (time: string) => `2026-01-05T${time}+00:00`

const token: HeldToken = {
  id: 'messaging-1', kind: 'messaging', userId: 'mia', channelId: '1', expiresAt: at('10:00:00'), state: 'live',
}

describe('What is due', () => {
  it('has the ends of tokens among the rest, and what happens at one moment in one line', () => {
    const items = [
      { at: at('09:00:10'), what: 'poll hold' }, { at: at('09:00:10'), what: 'poll hold' },
      { at: at('10:10:00'), what: 'user retirement' },
    ]
    expect(dueOf(items, [token])).toEqual([
      { at: at('09:00:10'), what: 'poll hold', isEndOfToken: false, count: 2, users: [] },
      { at: at('10:00:00'), what: 'messaging-1', isEndOfToken: true, count: 1, users: ['mia'] },
      { at: at('10:10:00'), what: 'user retirement', isEndOfToken: false, count: 1, users: [] },
    ])
  })

  it('names all who share a token that ends, and none of those that are over', () => {
    expect(dueOf([], [token, { ...token, userId: 'leo' }, { ...token, id: 'access-1', state: 'expired' }]))
      .toEqual([{ at: at('10:00:00'), what: 'messaging-1', isEndOfToken: true, count: 2, users: ['mia', 'leo'] }])
  })

  it('goes no further than the server has told', () => {
    const items = Array.from({ length: 100 }, () => ({ at: at('09:00:10'), what: 'poll hold' }))
    expect(dueOf(items, [token])).toMatchObject([{ at: at('09:00:10'), what: 'poll hold', count: 100, users: [] }])
  })
})

describe('The way to a moment', () => {
  it.each([
    ['09:00:00', '09:00:10', 10_000], ['09:00:00', '09:00:00.1234567', 124], ['09:00:00', '09:00:00.120', 120],
    ['09:00:01', '09:00:00', 0],
  ])('from %s to %s is %d ms, so that it is reached', (now, then, ms) => {
    expect(msUntil(at(now), at(then))).toBe(ms)
  })

  it.each([
    [0, '0:00'], [999, '0:00'], [61_000, '1:01'], [3_600_000, '1:00:00'], [90_061_000, '25:01:01'], [-5, '0:00'],
  ])('of %d ms is shown as %s', (ms, shown) => expect(leftOf(ms)).toBe(shown))
})
