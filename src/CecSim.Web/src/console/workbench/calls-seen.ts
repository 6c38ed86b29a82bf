// A scenario of what a space has seen: each call as a rule with its events, in their time.
import type { CallDetails } from '../../../../cecsim-js/src/contract.js'

// So many rules a person can read.
export const callsMax = 20

type CallEvent = CallDetails['events'][number]

/** What a client was told. */
export type SeenEvent = Pick<CallEvent, 'name' | 'eventId'> & Partial<Pick<CallEvent, 'causeId' | 'causeDesc'>>

export function scenarioOf(name: string, calls: readonly CallDetails[]): string {
  const told = calls.filter((c) => c.events.length > 0).slice(-callsMax)
  return [
    `name: ${name}`,
    `about: What ${told.length === 1 ? 'a call' : `${told.length} calls`} of a space saw.`,
    ...told.length === 0 ? [] : ['calls:', ...told.flatMap((c) => ruleOf(c, told))],
    '',
  ].join('\n')
}

function ruleOf(call: CallDetails, all: readonly CallDetails[]): string[] {
  // The nth call of a customer is that of the nth rule.
  const own = all.filter((c) => c.userId === call.userId)
  const match = `userId: ${JSON.stringify(call.userId)}${own.length > 1 ? `, nth: ${own.indexOf(call) + 1}` : ''}`
  let last = Date.parse(call.created)
  return [
    `  - match: { ${match} }`,
    // As it was, even where no contact centre would tell it so.
    ...call.events[0]!.name === 'released' ? ['    anyway: true'] : [],
    '    script:',
    ...call.events.flatMap((e) => {
      const waited = Math.max(0, Date.parse(e.at) - last)
      last += waited
      return [...waited > 0 ? [`      - wait: ${waited}ms`] : [], `      - ${stepOf(e)}`]
    }),
  ]
}

/** What lets the event come again, as a step of a script. */
export function stepOf({ name, eventId, causeId, causeDesc }: SeenEvent): string {
  const causes = [
    ...causeId == null ? [] : [`causeId: ${causeId}`],
    ...causeDesc ? [`causeDesc: ${JSON.stringify(causeDesc)}`] : [],
  ]
  return name === 'unknown' ? `event: ${eventId}` : causes.length === 0 ? name : `${name}: { ${causes.join(', ')} }`
}
