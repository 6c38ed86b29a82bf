import type { Channel } from '../channel.js'
import type { CallDetails, CallLadder, CallMedia } from '../contract.js'
import { CecSimAssertionError } from '../error.js'

/**
 * An event to let come by hand. A name such as `connected`, or a step as a scenario's script has it, happens: the call
 * follows. A number, an `eventId`, is only told.
 */
export type PushedEvent =
  | 'queued' | 'connected' | 'transferred' | 'released' | 'queueTimeout' | 'failed'
  | number | Readonly<Record<string, unknown>> | (string & {})

export function pushed(event: PushedEvent, resultDesc: string | undefined) {
  return { event, ...(resultDesc === undefined ? {} : { resultDesc }) }
}

/** The calls of a space. */
export class Calls {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  /**
   * Those that live and the last ones that ended, the oldest first; where `text` is given, those whose user or id has
   * it. Of more than `limit` the latest.
   */
  async list(query: { text?: string, limit?: number } = {}): Promise<CallDetails[]> {
    const path = { spaceName: this.spaceName }
    return (await this.channel.get('/_cecsim/spaces/{spaceName}/calls', { path, query })).calls
  }

  /** The latest call, of one user or of all; it fails where there was none. */
  async latest(userId?: string): Promise<CallDetails> {
    const call = (await this.list()).filter(c => userId === undefined || c.userId === userId).at(-1)
    if (call === undefined) {
      throw new CecSimAssertionError(`There should be a call of ${userId ?? 'anybody'}.`, [])
    }

    return call
  }

  /** What the gateway heard and saw of a call. Fails while no INVITE has come for it. */
  media(id: number): Promise<CallMedia> {
    return this.channel.get(
      '/_cecsim/spaces/{spaceName}/calls/{id}/media', { path: { spaceName: this.spaceName, id } })
  }

  /** What the gateway heard and saw of the phone that a call's agent answered at. Fails while there is none. */
  agentMedia(id: number): Promise<CallMedia> {
    return this.channel.get(
      '/_cecsim/spaces/{spaceName}/calls/{id}/media/agent', { path: { spaceName: this.spaceName, id } })
  }

  /** What passed between the parties of a call: HTTP, events, SIP and media on one axis. */
  ladder(id: number): Promise<CallLadder> {
    return this.channel.get(
      '/_cecsim/spaces/{spaceName}/calls/{id}/ladder', { path: { spaceName: this.spaceName, id } })
  }

  /**
   * The SIP of a call, and where the server keeps them the packets of its media, as a pcapng for Wireshark: as they
   * passed, or decrypted.
   */
  pcap(id: number, query?: { decrypted?: boolean }): Promise<Uint8Array> {
    return this.channel.bytes(
      '/_cecsim/spaces/{spaceName}/calls/{id}/pcap', { path: { spaceName: this.spaceName, id }, query: { ...query } })
  }

  /**
   * What the server has recorded of a call (`serve --record-media DIR`), once its media are over: a WAV, an Ogg with
   * Opus, or an IVF with VP8. `mid` is the m-line, or `both` for both sides in stereo, as `media` tells its files.
   */
  recording(id: number, mid: string): Promise<Uint8Array> {
    return this.channel.bytes(
      '/_cecsim/spaces/{spaceName}/calls/{id}/recordings/{mid}', { path: { spaceName: this.spaceName, id, mid } })
  }

  /** Lets an event come to a call. A `resultDesc` goes with a number only. */
  async push(id: number, event: PushedEvent, resultDesc?: string): Promise<void> {
    await this.channel.post('/_cecsim/spaces/{spaceName}/calls/{id}/events', {
      path: { spaceName: this.spaceName, id }, body: pushed(event, resultDesc),
    })
  }
}
