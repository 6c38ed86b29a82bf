import type { Channel } from '../channel.js'
import type { HeldPoll } from '../contract.js'
import { type Duration, durationText } from '../duration.js'
import { CecSimAssertionError, CecSimError } from '../error.js'
import { type PushedEvent, pushed } from './calls.js'

/** The long polls that a space holds. */
export class Polls {
  /** @internal */
  constructor(
    private readonly channel: Channel, private readonly spaceName: string,
    private readonly within: Duration | undefined,
  ) {}

  /** Those that are held now, the oldest first; where `text` is given, those whose id or user has it. */
  async list(query: { text?: string, limit?: number } = {}): Promise<HeldPoll[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/polls', { path, query })).polls
  }

  /**
   * Waits until exactly so many requests wait on the server, held polls and delayed ones, and tells the polls. So a
   * test can be sure that its client's poll has arrived before it goes on. Fails with a {@link CecSimAssertionError}
   * where that does not come about within 10 s of real time; its message has the last requests.
   */
  async waiting(count = 1, options: { within?: Duration } = {}): Promise<HeldPoll[]> {
    const within = options.within ?? this.within
    try {
      const query = { waiting: count, within: within === undefined ? undefined : durationText(within) }
      const path = { spaceName: this.spaceName }
      return (await this.channel.get('/_cecsim/spaces/{spaceName}/polls', { path, query })).polls
    } catch (cause) {
      throw cause instanceof CecSimError && cause.code === 'not-waiting'
        ? new CecSimAssertionError(cause.detail, [cause.remedy], { cause })
        : cause
    }
  }

  /** Answers a held poll: empty, or with an event, which for a chat poll is a text. */
  async release(id: string, event?: PushedEvent, resultDesc?: string): Promise<void> {
    await this.channel.post('/_cecsim/spaces/{spaceName}/polls/{id}/release', {
      path: { spaceName: this.spaceName, id }, body: event === undefined ? {} : pushed(event, resultDesc),
    })
  }

  /** Breaks the connection of a held poll. What it was to bring stays for the next one. */
  async cut(id: string): Promise<void> {
    await this.channel.delete('/_cecsim/spaces/{spaceName}/polls/{id}', { path: { spaceName: this.spaceName, id } })
  }
}
