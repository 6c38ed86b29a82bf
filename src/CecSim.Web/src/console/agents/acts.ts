import type { Agent } from '../../../../cecsim-js/src/space/agents.js'

/** What an agent can be made to do without a word more. */
export const acts = [
  'signIn', 'signOut', 'ready', 'notReady', 'rest', 'answer', 'decline', 'hold', 'retrieve', 'mute', 'unmute',
  'release', 'seekHelp', 'cancelHelp', 'completeTransfer', 'comeBack', 'confer',
] as const satisfies ReadonlyArray<keyof Agent>
