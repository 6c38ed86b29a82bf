import { expect, it } from 'vitest'
import { clockText } from './clock-text'

it.each([[-5, '00:00'], [999, '00:00'], [65_000, '01:05'], [3_599_999, '59:59'], [3_665_000, '1:01:05']])(
  'shows %d ms as %s',
  (ms, text) => expect(clockText(ms)).toBe(text),
)
