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

/** What a ladder's axis shows: the order alone, or how long things took by one of the two clocks. */
export const axes = ['order', 'real', 'space'] as const
export type Axis = (typeof axes)[number]

type Step = CallLadder['steps'][number]

/** What time adds to the height of a ladder that is to scale; each step has room for its words all the same. */
const timeHeight = 2400

/** How long after the call's first step, by the clock of an axis. */
export function afterMsOf(steps: readonly Step[], axis: Axis): number[] {
  return axis === 'space'
    ? steps.map((s) => Date.parse(s.at) - Date.parse(steps[0]!.at))
    : steps.map((s) => s.afterMs)
}

/** How far below the first row each step stands. */
export function offsetsOf(steps: readonly Step[], axis: Axis): number[] {
  const after = afterMsOf(steps, axis)
  const whole = axis === 'order' ? 0 : Math.max(0, ...after)
  const offsets: number[] = []
  for (const [i, ms] of after.entries()) {
    const waited = i === 0 || whole === 0 ? 0 : timeHeight * (ms - after[i - 1]!) / whole
    offsets.push(i === 0 ? 0 : offsets[i - 1]! + Math.max(rowHeight, waited))
  }

  return offsets
}

/** How long that is, in words. */
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
