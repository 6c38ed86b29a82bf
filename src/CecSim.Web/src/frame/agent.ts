import type { CallMode } from '../messages/page-messages'

/** The agent as the server tells it. */
export interface Agent {
  workNo: number
  name?: string
  state: AgentState
  sinceMs: number
  call?: Call
  lastCall?: LastCall
  /** Where its call can be transferred to. */
  queues: string[]
  /** Other agents who could take it. */
  colleagues?: Colleague[]
  /** Where a call to somebody else beside the customer stands. */
  consultation?: 'trying' | 'handing' | 'consulting' | 'conference'
  /** Whether its role may reject a call. */
  mayDecline: boolean
  muted: boolean
  needsHelp: boolean
}

export interface Colleague {
  workNo: number
  name?: string
}

export interface Call {
  callid: string
  number: string
  mode: CallMode
  outbound: boolean
}

/** The call before, and how it ended. */
export interface LastCall {
  callid: string
  number: string
  end: CallEnd
}

export type CallEnd =
  | 'hungUp' | 'handedOn' | 'customerHungUp' | 'callerGaveUp' | 'declined' | 'missed' | 'busy' | 'noAnswer'
  | 'wrongNumber'

export type AgentState =
  | 'signedOut' | 'ready' | 'notReady' | 'resting' | 'working' | 'wrapUp'
  | 'dialing' | 'ringing' | 'talking' | 'holding'

export type Choice = 'signIn' | 'ready' | 'busy' | 'rest' | 'work' | 'signOut'

export type Action =
  | 'open' | 'take-over' | 'sign-in' | 'sign-out' | 'not-ready' | 'cancel-not-ready' | 'rest' | 'cancel-rest'
  | 'work' | 'cancel-work'
  | 'answer' | 'decline' | 'hold' | 'retrieve' | 'release' | 'callout'
  | 'transfer' | 'consult' | 'complete' | 'come-back' | 'confer'
  | 'mute' | 'unmute' | 'seek-help' | 'cancel-help'

/** What a person can choose in a state, and what it means there. */
export const choices: Record<AgentState, Partial<Record<Choice, Action>>> = {
  signedOut: { signIn: 'sign-in' },
  ready: { busy: 'not-ready', rest: 'rest', work: 'work', signOut: 'sign-out' },
  notReady: { ready: 'cancel-not-ready', rest: 'rest', work: 'work', signOut: 'sign-out' },
  resting: { ready: 'cancel-rest', signOut: 'sign-out' },
  working: { ready: 'cancel-work', busy: 'not-ready', rest: 'rest', signOut: 'sign-out' },
  wrapUp: { ready: 'cancel-work', busy: 'not-ready', rest: 'rest', work: 'work', signOut: 'sign-out' },
  dialing: {},
  ringing: {},
  talking: {},
  holding: {},
}

/** Whether a call can be made: not beside another, nor in a rest. */
export function canCallOut(state: AgentState): boolean {
  return ['ready', 'notReady', 'working', 'wrapUp'].includes(state)
}
