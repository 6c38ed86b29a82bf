import type { Channel } from '../channel.js'
import type { ArmedFault, HeldToken } from '../contract.js'
import type { Faults } from './faults.js'

/** The tokens of a space's clients. */
export class Tokens {
  /** @internal */
  constructor(
    private readonly channel: Channel, private readonly spaceName: string, private readonly faults: Faults,
  ) {}

  /**
   * Who has which token, those that are not good any more too; where `text` is given, those whose id, kind, user or
   * state has it. `soonest`: only those that are good, those that end first at the front.
   */
  async list(query: { text?: string, limit?: number, soonest?: boolean } = {}): Promise<HeldToken[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/tokens', { path, query })).tokens
  }

  /** Lets a token of the list expire now. */
  async expireNow(id: string): Promise<void> {
    await this.channel.post(
      '/_cecsim/spaces/{spaceName}/tokens/{id}/expire', { path: { spaceName: this.spaceName, id } })
  }

  /** Takes a token of the list back; one of CC-Messaging as another applyToken does. */
  async revoke(id: string): Promise<void> {
    await this.channel.post(
      '/_cecsim/spaces/{spaceName}/tokens/{id}/revoke', { path: { spaceName: this.spaceName, id } })
  }

  /**
   * Lets the token die that the next such request comes with, before its time: it is refused, and so is every later one
   * with the same token. Which token and which request: unless said, the access token, at `getClickToCallEvents`.
   */
  expire(options: { token?: 'access' | 'messaging', at?: string } = {}): Promise<ArmedFault> {
    return this.faults.arm({
      at: options.at ?? 'getClickToCallEvents',
      when: { first: 1 },
      inject: options.token === 'messaging' ? 'messagingTokenExpired' : 'accessTokenExpired',
    })
  }
}
