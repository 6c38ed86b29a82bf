import type { Channel } from '../channel.js'
import type { AgentDetails, PhoneDetails, QueueDetails } from '../contract.js'
import { type Duration, durationText } from '../duration.js'

/** The agents of a space. */
export class Agents {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  /** All of them, by work number, with what they do. */
  async list(): Promise<AgentDetails[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/agents', { path })).agents
  }

  /** Makes one agent act by hand. */
  get(workNo: number): Agent {
    return new Agent(this.channel, this.spaceName, workNo)
  }
}

/** To whom an agent hands its call on: one of these. */
export type TransferTarget = { queue: string } | { agent: number } | { number: string } | { ivr: string }

/**
 * One agent, driven by hand: what it was about to do with its call by itself, it does no more. Each act fails where the
 * agent's state does not allow it.
 */
export class Agent {
  /** @internal */
  constructor(
    private readonly channel: Channel, private readonly spaceName: string, readonly workNo: number,
  ) {}

  readonly signIn = () => this.act('sign-in')
  readonly signOut = () => this.act('sign-out')
  readonly notReady = (reason?: number) => this.act('not-ready', reason === undefined ? {} : { reason })
  readonly ready = () => this.act('ready')
  readonly answer = () => this.act('answer')
  readonly decline = () => this.act('decline')
  readonly hold = () => this.act('hold')
  readonly retrieve = () => this.act('retrieve')
  readonly release = () => this.act('release')
  readonly mute = () => this.act('mute')
  readonly unmute = () => this.act('unmute')
  readonly seekHelp = () => this.act('seek-help')
  readonly completeTransfer = () => this.act('complete')
  readonly comeBack = () => this.act('come-back')
  readonly confer = () => this.act('confer')
  readonly cancelHelp = () => this.act('cancel-help')

  /** Rests; after so long, ten minutes unless said, it is reminded that its rest is over. */
  rest(options: { for?: Duration, reason?: number } = {}): Promise<AgentDetails> {
    return this.act('rest', {
      ...(options.for === undefined ? {} : { for: durationText(options.for) }),
      ...(options.reason === undefined ? {} : { reason: options.reason }),
    })
  }

  /** Writes in a user's text session. */
  write(userId: string, text: string): Promise<AgentDetails> {
    return this.act('write', { userId, text })
  }

  /** Ends a user's text session. */
  endChat(userId: string): Promise<AgentDetails> {
    return this.act('end', { userId })
  }

  /** Hands its call on. */
  transfer(target: TransferTarget): Promise<AgentDetails> {
    return this.act('transfer', target)
  }

  /** Talks to somebody else while its customer hears music. */
  consult(target: TransferTarget): Promise<AgentDetails> {
    return this.act('consult', target)
  }

  /** What a quality checker does with the call of an agent: hears both, talks with both, or takes the customer. */
  readonly listen = (workNo: number) => this.act('listen', { agent: workNo })
  readonly insert = (workNo: number) => this.act('insert', { agent: workNo })
  readonly intercept = (workNo: number) => this.act('intercept', { agent: workNo })
  readonly forceNotReady = (workNo: number) => this.act('force-not-ready', { agent: workNo })
  readonly forceReady = (workNo: number) => this.act('force-ready', { agent: workNo })

  private act(action: string, body: object = {}): Promise<AgentDetails> {
    return this.channel.post('/_cecsim/spaces/{spaceName}/agents/{workNo}/{action}', {
      path: { spaceName: this.spaceName, workNo: this.workNo, action }, body,
    })
  }
}

/** The skill queues of a space. */
export class Queues {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  /** All of them, with who waits in each. */
  async list(): Promise<QueueDetails[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/queues', { path })).queues
  }
}

/** The softphones that are registered in a space. */
export class Phones {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  /** By account; of one account the newest first. */
  async list(): Promise<PhoneDetails[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/phones', { path })).phones
  }
}
