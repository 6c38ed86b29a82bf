import type { CallLadder } from '../../../../cecsim-js/src/contract.js'

export const laneWidth = 200
export const rowHeight = 30

type Party = CallLadder['steps'][number]['from']

// From the customer inwards. The compiler finds one that is missing here.
const lanes: Record<Party, number> = { customer: 0, cec: 1, gateway: 2, phone: 3, agent: 4 }
const order = (Object.keys(lanes) as Party[]).sort((a, b) => lanes[a] - lanes[b])

/** Who takes part, in the order of the lanes. */
export function partiesOf(ladder: CallLadder): Party[] {
  return order.filter((party) => ladder.steps.some((s) => s.from === party || s.to === party))
}

/** How long after the call's first step. */
export function afterText(ms: number): string {
  return ms < 1000
    ? `${Math.round(ms)} ms`
    : ms < 60_000
      ? `${(ms / 1000).toFixed(1)} s`
      : `${Math.floor(ms / 60_000)} min ${Math.floor(ms / 1000) % 60} s`
}

/** A sequence diagram of Mermaid, in which a label is text whatever is in it. */
export function toMermaid(ladder: CallLadder): string {
  return [
    'sequenceDiagram',
    ...partiesOf(ladder).map((party) => `  participant ${party}`),
    ...ladder.steps.map((s) => {
      const arrow = s.protocol === 'event' || s.protocol === 'media' ? '-->>' : '->>'
      return `  ${s.from}${arrow}${s.to}: ${escaped(s.label)} (${Math.round(s.afterMs)} ms)`
    }),
  ].join('\n') + '\n'
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[#;<>]/g, (c) => ({ '#': '#35;', ';': ',', '<': '#lt;', '>': '#gt;' })[c]!)
}
