import type { CallDetails } from '../../../../cecsim-js/src/contract.js'

type CallEvent = Exclude<CallDetails['events'][number]['name'], 'unknown'>

// The compiler finds a word that is missing here.
const words: Record<CallEvent, true> = {
  connected: true, queued: true, transferred: true, released: true, queueTimeout: true, failed: true,
}

/** What can happen to a call by hand, as a step of a scenario's script. */
export const callEvents = Object.keys(words) as readonly CallEvent[]
