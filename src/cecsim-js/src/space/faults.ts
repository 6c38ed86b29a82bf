import type { Channel } from '../channel.js'
import type { ArmedFault } from '../contract.js'
import { type Duration, durationText } from '../duration.js'

/** A fault in the words of a scenario file: docs/fault-reference.md of CecSim has every one. */
export interface Fault {
  /** The operation that it strikes: the last word of its path, such as `getClickToCallEvents`. */
  readonly at: string
  /** Which of its requests, or events; without it all of them. */
  readonly when?: {
    readonly nth?: number
    readonly every?: number
    readonly first?: number
    readonly probability?: number
    readonly after?: Duration
    readonly for?: Duration
  }
  /** Whose; without it everybody's. `*` stands for any text. */
  readonly match?: { readonly userId?: string, readonly channel?: string }
  /** What goes wrong: a word such as `connectionReset`, or one with its value, such as `{ status: 503 }`. */
  readonly inject: string | Readonly<Record<string, unknown>>
}

/** What goes wrong in a space, on purpose. */
export class Faults {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  /** Those that are armed, in the order in which they are asked, with what each has struck. */
  async list(): Promise<ArmedFault[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/faults', { path })).faults
  }

  arm(fault: Fault): Promise<ArmedFault> {
    const path = { spaceName: this.spaceName }
    return this.channel.post('/_cecsim/spaces/{spaceName}/faults', { path, body: withTexts(fault) })
  }

  disarm(id: number): Promise<undefined> {
    return this.channel.delete('/_cecsim/spaces/{spaceName}/faults/{id}', { path: { spaceName: this.spaceName, id } })
  }

  /** Disarms all, those of the scenario too; a reset brings these back. */
  clear(): Promise<undefined> {
    return this.channel.delete('/_cecsim/spaces/{spaceName}/faults', { path: { spaceName: this.spaceName } })
  }
}

function withTexts(fault: Fault): object {
  const { after, for: lasting, ...when } = fault.when ?? {}
  return fault.when === undefined ? fault : {
    ...fault,
    when: {
      ...when,
      ...(after === undefined ? {} : { after: durationText(after) }),
      ...(lasting === undefined ? {} : { for: durationText(lasting) }),
    },
  }
}
