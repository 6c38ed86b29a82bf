import type { ClockState, HeldPoll } from '../../../../cecsim-js/src/contract.js'

/** The space's time, so much real time after its clock was read. */
export function nowOf(clock: ClockState, passedMs: number): number {
  return Date.parse(clock.now) + (clock.mode === 'running' ? passedMs * (clock.rate ?? 1) : 0)
}

/** How much of the time that a poll is held at most is over, from 0 to 1; 0 for one that nothing ends. */
export function shareOf(poll: Pick<HeldPoll, 'since' | 'due'>, now: number): number {
  if (!poll.due) {
    return 0
  }

  const [since, due] = [Date.parse(poll.since), Date.parse(poll.due)]
  return due <= since ? 1 : Math.min(1, Math.max(0, (now - since) / (due - since)))
}
