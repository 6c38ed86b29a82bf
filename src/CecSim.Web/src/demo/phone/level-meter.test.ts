import { expect, it } from 'vitest'
import { levelOf } from './level-meter'

it.each([
  ['silence', 0, 0],
  ['what is too soft to hear', 0.0005, 0],
  ['a soft voice', 0.01, 33],
  ['a loud one', 0.3, 83],
  ['the loudest there is', 1, 100],
])('shows %s', (_, amplitude, level) => {
  expect(levelOf(new Float32Array(100).fill(amplitude))).toBe(level)
})

it('shows nothing of no sound at all', () => {
  expect(levelOf(new Float32Array())).toBe(0)
})
