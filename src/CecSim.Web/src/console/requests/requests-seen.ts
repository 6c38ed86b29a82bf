// What a space has seen of a client, in words that are kept: a step of a scenario, a sequence contract, a pact.
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { type SeenEvent, stepOf as stepOfEvent } from '../workbench/calls-seen'
import { parsed, toPact } from './copying'

const poll = 'getClickToCallEvents'

// Protocol section 5.3.
const eventIds = {
  connected: 168101, queued: 168102, queueTimeout: 168103, failed: 168105, transferred: 168106, released: 168110,
} satisfies Record<Exclude<SeenEvent['name'], 'unknown'>, number>

const eventNames = new Map(Object.entries(eventIds).map(([name, id]) => [id, name as keyof typeof eventIds]))

/** In how many empty answers a client may wait for an event. */
const emptyMax = 1000

/**
 * What lets the same come to a client again: of a poll that brought an event the step of a script, of every other
 * answer a fault that gives it. Undefined where no scenario can: of no operation, or of an INVITE that was granted.
 */
export function toScenarioStep(entry: JournalEntry): string | undefined {
  const event = eventOf(entry)
  if (event) {
    return `- ${stepOfEvent(event)}`
  }

  const isInvite = entry.request.method === 'INVITE'
  const at = entry.operation ?? (isInvite ? 'invite' : undefined)
  const inject = isInvite ? sipInjectOf(entry) : injectOf(entry)
  return at && inject ? `- { at: ${at}, when: { first: 1 }, inject: ${inject} }` : undefined
}

function injectOf({ response, cutShort }: JournalEntry): string {
  if (!response) {
    return cutShort ? 'connectionReset' : 'hang'
  }

  const { resultCode, body, status } = response
  if (status === 200 && resultCode != null && resultCode !== '0') {
    const desc = bodyOf(response)['resultDesc']
    const words = typeof desc === 'string' ? `, desc: ${JSON.stringify(desc)}` : ''
    return `{ resultCode: { code: ${JSON.stringify(resultCode)}${words} } }`
  }

  return body?.text && !body.cut
    ? `{ status: { code: ${status}, body: ${JSON.stringify(body.text)} } }`
    : `{ status: ${status} }`
}

function sipInjectOf({ response }: JournalEntry): string | undefined {
  return !response ? 'noAnswer' : response.status >= 300 ? `{ sipStatus: ${response.status} }` : undefined
}

/** The customers whose requests are among these. */
export function customersOf(entries: readonly JournalEntry[]): string[] {
  return [...new Set(entries.flatMap((e) => e.user ?? []))]
}

/**
 * The ladder of one customer, as `cecsim verify` reads it: what came, in the order in which its client saw it.
 * Undefined where nothing was answered.
 */
export function contractOf(name: string, entries: readonly JournalEntry[]): string | undefined {
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

  return steps.length === 0 ? undefined : [
    `name: ${name}`,
    'about: What a client asked and saw.',
    'steps:',
    ...steps.map(({ text, count, isEmptyPoll }) => {
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

  const name = eventOf(entry)?.name ?? 'none'
  return [[...parts, ...name === 'unknown' ? [] : [`event: ${name}`]].join(', '), name === 'none']
}

// A poll is seen when it is answered, all else when it is sent: as `cecsim verify` takes it.
function seenMs({ at, heldMs, operation }: JournalEntry): number {
  return Date.parse(at) + (operation === poll ? heldMs ?? 0 : 0)
}

/** A pact (specification 2) of all over HTTP that differ in what was asked or answered, each once. */
export function pactOf(consumer: string, entries: readonly JournalEntry[]): string {
  const interactions = new Map<string, object>()
  for (const entry of entries.filter((e) => e.response && /^https?:/.test(e.request.url))) {
    const { response, operation, request } = entry
    const what = [
      operation ?? request.url, response?.status, response?.resultCode, eventOf(entry)?.eventId,
    ].join(' ').trim()
    if (!interactions.has(what)) {
      interactions.set(what, { ...JSON.parse(toPact(entry)) as object, description: what })
    }
  }

  return JSON.stringify({
    consumer: { name: consumer }, provider: { name: 'CEC' }, interactions: [...interactions.values()],
    metadata: { pactSpecification: { version: '2.0.0' } },
  }, null, 2)
}

function eventOf({ operation, response }: JournalEntry): SeenEvent | undefined {
  if (operation !== poll || !response) {
    return undefined
  }

  const { eventId, content } = bodyOf(response)
  if (typeof eventId !== 'number') {
    return undefined
  }

  const { causeId, causeDesc } = (content ?? {}) as Record<string, unknown>
  return {
    eventId,
    name: eventNames.get(eventId) ?? 'unknown',
    ...typeof causeId === 'number' ? { causeId } : {},
    ...typeof causeDesc === 'string' ? { causeDesc } : {},
  }
}

function bodyOf({ body }: NonNullable<JournalEntry['response']>): Record<string, unknown> {
  const value = body ? parsed(body.text) : undefined
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
}
