import { expect, it } from 'vitest'
import { dateAndTimeOf, timeOf } from './moment'

it.each([
  ['2026-01-05T09:00:00+00:00', '09:00:00'],
  ['2026-01-05T09:00:00Z', '09:00:00'],
  ['2026-01-05T09:00:00.5+00:00', '09:00:00.5'],
  ['2026-12-02T00:51:18.3010943+00:00', '00:51:18.301'],
  ['no moment', 'no moment'],
])('The moment %s is shown as %s', (at, time) => expect(timeOf(at)).toBe(time))

it('A moment is shown with its date where that is asked for', () => {
  expect(dateAndTimeOf('2026-01-05T09:00:00+00:00')).toBe('2026-01-05 09:00:00')
})
