// What a space has seen of a client, in words that are kept: a step of a scenario, a sequence contract, a pact.
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { toPact } from './copying'

const poll = 'getClickToCallEvents'

// Names of events in scenarios and contracts, protocol section 5.3.
const eventNames: Readonly<Record<number, string>> = {
  168101: 'connected', 168102: 'queued', 168103: 'queueTimeout', 168105: 'failed', 168106: 'transferred',
  168110: 'released',
}

/** How many steps a contract may have. */
export const stepsMax = 1000

/** In how many empty answers a client may wait for an event. */
const emptyMax = 1000

/**
 * What lets the same come to a client again: of a poll that brought an event the step of a script, of every other
 * answer a fault that gives it.
 */
export function toScenarioStep(entry: JournalEntry): string {
  const event = eventOf(entry)
  if (event?.id !== undefined) {
    const name = eventNames[event.id]
    return name === undefined || !event.isOfItsKind ? `- event: ${event.id}` : `- ${name}`
  }

  return `- { at: ${entry.operation ?? poll}, when: { first: 1 }, inject: ${injectOf(entry)} }`
}

function injectOf({ response, cutShort }: JournalEntry): string {
  if (!response) {
    return cutShort ? 'connectionReset' : 'hang'
  }

  const { resultCode, body, status } = response
  const desc = fieldOf(body?.text, 'resultDesc')
  if (status === 200 && resultCode != null && resultCode !== '0') {
    return `{ resultCode: { code: ${JSON.stringify(resultCode)}${
      typeof desc === 'string' ? `, desc: ${JSON.stringify(desc)}` : ''} } }`
  }

  return body?.text && !body.cut
    ? `{ status: { code: ${status}, body: ${JSON.stringify(body.text)} } }`
    : `{ status: ${status} }`
}

/** The customers whose requests are among these. */
export function customersOf(entries: readonly JournalEntry[]): string[] {
  return [...new Set(entries.flatMap((e) => e.user ?? []))]
}

/** The ladder of one customer, as `cecsim verify` reads it: what came, in the order in which its client saw it. */
export function contractOf(name: string, entries: readonly JournalEntry[]): string {
  const steps: { text: string, count: number, isEmptyPoll: boolean }[] = []
  for (const entry of [...entries].filter((e) => e.operation && e.response).sort((a, b) => seenMs(a) - seenMs(b))) {
    const [text, isEmptyPoll] = stepOf(entry)
    const last = steps.at(-1)
    if (last?.text === text) {
      last.count++
    } else {
      steps.push({ text, count: 1, isEmptyPoll })
    }
  }

  return [
    `name: ${name}`,
    'about: What a client asked and saw.',
    'steps:',
    ...steps.slice(0, stepsMax).map(({ text, count, isEmptyPoll }) => {
      // How often a poll is in vain is a matter of time.
      const times = isEmptyPoll ? `, atLeast: 0, atMost: ${emptyMax}`
        : count > 1 ? `, atLeast: ${count}, atMost: ${count}` : ''
      return `  - { ${text}${times} }`
    }),
    '',
  ].join('\n')
}

function stepOf(entry: JournalEntry): [text: string, isEmptyPoll: boolean] {
  const { operation, response } = entry
  const code = response?.resultCode ?? '0'
  const parts = [
    `request: ${operation}`,
    ...response?.status === 200 ? [] : [`status: ${response?.status}`],
    ...code === '0' ? [] : [`resultCode: ${JSON.stringify(code)}`],
  ]
  if (operation !== poll || response?.status !== 200 || code !== '0') {
    return [parts.join(', '), false]
  }

  const id = eventOf(entry)?.id
  const event = id === undefined ? 'none' : eventNames[id]
  return [[...parts, ...event ? [`event: ${event}`] : []].join(', '), id === undefined]
}

// A poll is seen when it is answered, all else when it is sent: as `cecsim verify` takes it.
function seenMs({ at, heldMs, operation }: JournalEntry): number {
  return Date.parse(at) + (operation === poll ? heldMs ?? 0 : 0)
}

/** A pact (specification 2) of all that differ in what was asked or answered, each once. */
export function pactOf(consumer: string, entries: readonly JournalEntry[]): string {
  const interactions = new Map<string, object>()
  for (const entry of entries.filter((e) => e.response)) {
    const { response, operation, request } = entry
    const what = [operation ?? request.url, response?.status, response?.resultCode, eventOf(entry)?.id].join(' ').trim()
    if (!interactions.has(what)) {
      interactions.set(what, { ...JSON.parse(toPact(entry)) as object, description: what })
    }
  }

  return JSON.stringify({
    consumer: { name: consumer }, provider: { name: 'CEC' }, interactions: [...interactions.values()],
    metadata: { pactSpecification: { version: '2.0.0' } },
  }, null, 2)
}

function eventOf({ operation, response }: JournalEntry): { id: number, isOfItsKind: boolean } | undefined {
  const id = operation === poll ? fieldOf(response?.body?.text, 'eventId') : undefined
  // A text of its own is told, and nothing happens by it: so is the event by its number.
  return typeof id === 'number' ? { id, isOfItsKind: response?.resultCode === '0' } : undefined
}

function fieldOf(text: string | undefined, name: string): unknown {
  try {
    return text ? (JSON.parse(text) as Record<string, unknown> | null)?.[name] : undefined
  } catch {
    return undefined
  }
}
