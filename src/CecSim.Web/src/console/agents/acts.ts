import type { Agent, TransferTarget } from '../../../../cecsim-js/src/space/agents.js'

/** What an agent can be made to do without a word more. */
export const acts = [
  'signIn', 'signOut', 'ready', 'notReady', 'rest', 'answer', 'decline', 'hold', 'retrieve', 'mute', 'unmute',
  'release', 'seekHelp', 'cancelHelp', 'completeTransfer', 'comeBack', 'confer',
] as const satisfies ReadonlyArray<keyof Agent>

/** What it does with its call and somebody else. */
export const handOvers = ['transfer', 'consult'] as const satisfies ReadonlyArray<keyof Agent>

/** What a quality checker does with the call of another agent. */
export const checks = [
  'listen', 'insert', 'intercept', 'forceNotReady', 'forceReady',
] as const satisfies ReadonlyArray<keyof Agent>

/** What it does in a text session. */
export const chatActs = ['write', 'endChat'] as const satisfies ReadonlyArray<keyof Agent>

type KeyOf<T> = T extends T ? keyof T : never

export type Target = KeyOf<TransferTarget>

// The compiler finds one that is missing here.
const targetOf: Record<Target, (whom: string) => TransferTarget> = {
  queue: (queue) => ({ queue }),
  agent: (workNo) => ({ agent: Number(workNo) }),
  number: (number) => ({ number }),
  ivr: (ivr) => ({ ivr }),
}

export const targets = Object.keys(targetOf) as Target[]

export const allActs = [...acts, ...handOvers, ...checks, ...chatActs] as const

export type Act = (typeof allActs)[number]

/** With whom, and what is said: what an act needs of it. */
export interface With {
  target: Target
  /** A queue, a work number, a number, a flow; of a text session its user. */
  whom: string
  text: string
}

export function hasMember<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word)
}

export function doAct(agent: Agent, act: Act, { target, whom, text }: With): Promise<unknown> {
  return act === 'write' ? agent.write(whom, text)
    : act === 'endChat' ? agent.endChat(whom)
    : hasMember(handOvers, act) ? agent[act](targetOf[target](whom))
    : hasMember(checks, act) ? agent[act](Number(whom))
    : agent[act]()
}
