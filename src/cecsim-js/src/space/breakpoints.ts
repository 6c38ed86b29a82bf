import type { Channel } from '../channel.js'
import type { ArmedFault, BreakpointList, HeldMessage, MessageRelease } from '../contract.js'
import type { Faults } from './faults.js'

/** How far a message has come when it stands: {@link Breakpoint.stage}. */
export type PauseStage = HeldMessage['stage']

/** Where messages stand, and whose. */
export interface Breakpoint {
  /** The operation, as faults name it: `createClickToCall`, `invite`, `phone`. */
  at: string
  /** What stands: the request before it has happened (the default), its answer, an event of a poll, or an INVITE. */
  stage?: PauseStage
  /** Only the users that this pattern with `*` and `?` covers. */
  userId?: string
  /** Only that one of those that are counted from now on; all when absent. */
  nth?: number
}

/** What stands at the breakpoints of a space until somebody lets it go. Frozen time stands meanwhile. */
export class Breakpoints {
  /** @internal */
  constructor(
    private readonly channel: Channel, private readonly spaceName: string, private readonly faults: Faults,
  ) {}

  /** What stands now, in the order in which it came. */
  async list(): Promise<BreakpointList['held']> {
    return (await this.read()).held
  }

  /** The same, with how many went on because 100 stood already. */
  async read(): Promise<BreakpointList> {
    return await this.channel.get('/_cecsim/spaces/{spaceName}/breakpoints', { path: { spaceName: this.spaceName } })
  }

  /** Sets a breakpoint: a fault, which `faults.disarm` takes away. */
  async set({ at, stage = 'request', userId, nth }: Breakpoint): Promise<ArmedFault> {
    const inject = stage === 'event' ? 'pauseEvent' : stage === 'invite' ? 'pauseInvite' : { pause: stage }
    return await this.faults.arm({
      at,
      inject,
      ...(nth === undefined ? {} : { when: { nth } }),
      ...(userId === undefined ? {} : { match: { userId } }),
    })
  }

  /**
   * Lets a message go, as it is or changed: a request with an answer in place of its own, an answer with another
   * status, body or content type, an INVITE with the status that it is refused with.
   */
  async release(id: string, change: MessageRelease = {}): Promise<void> {
    await this.channel.post('/_cecsim/spaces/{spaceName}/breakpoints/{id}/release', {
      path: { spaceName: this.spaceName, id }, body: change,
    })
  }

  /**
   * Drops a message: the connection of a request is reset, and events in its answer stay; an event never arrives; an
   * INVITE has no answer.
   */
  async drop(id: string): Promise<void> {
    await this.channel.delete('/_cecsim/spaces/{spaceName}/breakpoints/{id}', {
      path: { spaceName: this.spaceName, id },
    })
  }
}
