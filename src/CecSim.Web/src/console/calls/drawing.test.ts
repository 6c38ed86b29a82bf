import { describe, expect, it } from 'vitest'
import type { CallLadder } from '../../../../cecsim-js/src/contract.js'
import { afterText, partiesOf, toMermaid, afterMsOf, offsetsOf } from './drawing'

const at = '2026-01-05T09:00:00Z'
const ladder: CallLadder = {
  callId: 1,
  steps: [
    { at, afterMs: 0, from: 'customer', to: 'cec', protocol: 'http', label: 'POST a; #b' },
    { at, afterMs: 61_500, from: 'gateway', to: 'customer', protocol: 'media', label: '<b>\nclosed' },
  ],
  missing: [],
}

describe('A ladder', () => {
  it('has a lane for each party of its steps, from the customer inwards', () => {
    expect(partiesOf(ladder)).toEqual(['customer', 'cec', 'gateway'])
  })

  it('is a diagram of Mermaid in which labels are text', () => {
    expect(toMermaid(ladder)).toBe(
      'sequenceDiagram\n  participant customer\n  participant cec\n  participant gateway\n'
      + '  customer->>cec: POST a, #35;b (0 ms)\n  gateway-->>customer: #lt;b#gt; closed (61500 ms)\n')
  })

  it.each([[0, '0 ms'], [999.4, '999 ms'], [1500, '1.5 s'], [61_500, '1 min 1 s'], [3_661_000, '61 min 1 s']])(
    'tells %d ms as %s', (ms, text) => expect(afterText(ms)).toBe(text))
})

describe('the axis of a ladder', () => {
  const steps = ladderOf([[0, '09:00:00'], [100, '09:00:00'], [1100, '09:30:00'], [1200, '10:00:00']])

  it('has one step after the other unless it is to scale', () => {
    expect(offsetsOf(steps, 'order')).toEqual([0, 30, 60, 90])
  })

  it('is to scale by either clock, and leaves each step room for its words', () => {
    const real = offsetsOf(steps, 'real')
    const space = offsetsOf(steps, 'space')
    expect(real[2]! - real[1]!).toBeGreaterThan(5 * (real[3]! - real[2]!))
    expect(space[2]! - space[1]!).toBeCloseTo(space[3]! - space[2]!)
    expect(real[1]! - real[0]!).toBeGreaterThanOrEqual(30)
    expect(space[1]! - space[0]!).toBe(30)
  })

  it('tells how long after the first step by its own clock', () => {
    expect(afterMsOf(steps, 'space')).toEqual([0, 0, 1_800_000, 3_600_000])
    expect(afterMsOf(steps, 'real')).toEqual([0, 100, 1100, 1200])
  })

  it('stands where no time passed at all, and for no step at all', () => {
    expect(offsetsOf(ladderOf([[0, '09:00:00'], [0, '09:00:00']]), 'space')).toEqual([0, 30])
    expect(offsetsOf([], 'real')).toEqual([])
  })

  function ladderOf(moments: [number, string][]): CallLadder['steps'] {
    return moments.map(([afterMs, time]) => ({
      at: `2026-01-05T${time}Z`, afterMs, from: 'customer', to: 'cec', protocol: 'http', label: '',
    }))
  }
})
