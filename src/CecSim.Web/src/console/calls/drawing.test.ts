import { describe, expect, it } from 'vitest'
import type { CallLadder } from '../../../../cecsim-js/src/contract.js'
import { afterText, partiesOf, toMermaid } from './drawing'

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
