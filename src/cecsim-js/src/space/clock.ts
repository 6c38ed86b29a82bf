import type { Channel } from '../channel.js'
import type { ClockState, DueItem } from '../contract.js'
import { type Duration, durationText } from '../duration.js'

/** The time of a space. */
export class Clock {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  read(): Promise<ClockState> {
    return this.channel.get('/_cecsim/spaces/{spaceName}/clock', { path: { spaceName: this.spaceName } })
  }

  /** What is due next, in the order in which it will happen; 100 at most. */
  async due(): Promise<DueItem[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/clock/due', { path })).due
  }

  /** Lets time stand still until it is advanced. */
  freeze(): Promise<ClockState> {
    return this.change({ mode: 'frozen' })
  }

  /** Lets time run, so many seconds in one second of real time. */
  run(rate = 1): Promise<ClockState> {
    return this.change({ mode: 'running', rate })
  }

  /** Lets time pass at once. Ends when all that was due has happened and each released answer has been written. */
  advance(by: Duration): Promise<ClockState> {
    return this.change({ advance: durationText(by) })
  }

  /** Lets time pass to the next moment at which something is due by itself; none where nothing is. */
  advanceToNext(): Promise<ClockState> {
    return this.change({ advanceTo: 'next' })
  }

  private change(
    body: { mode: 'frozen' } | { mode: 'running', rate: number } | { advance: string } | { advanceTo: 'next' },
  ): Promise<ClockState> {
    return this.channel.post('/_cecsim/spaces/{spaceName}/clock', { path: { spaceName: this.spaceName }, body })
  }
}
