import type { Channel } from './channel.js'
import type { ClockState, ResetScope, SpaceDetails, SpaceSnapshot, SpaceStatistics } from './contract.js'
import { asyncDispose, dispose } from './disposal.js'
import type { Duration } from './duration.js'
import { CecSimError } from './error.js'
import { followSpace, type SpaceEvent } from './events.js'
import { Agents, Phones, Queues } from './space/agents.js'
import { Breakpoints } from './space/breakpoints.js'
import { Calls } from './space/calls.js'
import { Clock } from './space/clock.js'
import { Faults } from './space/faults.js'
import { Findings } from './space/findings.js'
import { type Journal, journalOfSpace } from './space/journal.js'
import { Polls } from './space/polls.js'
import { Tokens } from './space/tokens.js'

/** What a client of CEC has to be told. */
export interface Credentials {
  /** Where CEC is, without a slash at its end: what all paths of CEC stand behind. */
  readonly url: string
  /** Every address of the server, that of HTTPS too. */
  readonly urls: readonly string[]
  /** The `app_key` of tokenByAkSk, and the header `x-app-key`. */
  readonly appKey: string
  /** The `app_secret` of tokenByAkSk. */
  readonly appSecret: string
  /** The `channelId` of applyToken: the first of the space. */
  readonly channelId: string
  readonly channelIds: readonly string[]
  readonly tenantSpaceId: string
}

/** A contact centre of a test's own. Disposing of it deletes it. */
export class CecSpace {
  readonly clock: Clock
  readonly polls: Polls
  readonly calls: Calls
  readonly queues: Queues
  readonly agents: Agents
  readonly phones: Phones
  readonly faults: Faults
  readonly breakpoints: Breakpoints
  readonly tokens: Tokens
  readonly journal: Journal
  readonly findings: Findings
  readonly credentials: Credentials

  private readonly ends = new AbortController()
  private deletion: Promise<void> | undefined

  /** @internal */
  constructor(
    private readonly channel: Channel, private readonly made: SpaceDetails,
    private readonly options: { pollsWithin: Duration | undefined, onEnd: () => void },
  ) {
    this.clock = new Clock(channel, this.name)
    this.polls = new Polls(channel, this.name, options.pollsWithin)
    this.calls = new Calls(channel, this.name)
    this.queues = new Queues(channel, this.name)
    this.agents = new Agents(channel, this.name)
    this.phones = new Phones(channel, this.name)
    this.faults = new Faults(channel, this.name)
    this.breakpoints = new Breakpoints(channel, this.name, this.faults)
    this.tokens = new Tokens(channel, this.name, this.faults)
    this.journal = journalOfSpace(channel, this.name)
    this.findings = new Findings(channel, this.name)
    this.credentials = {
      url: channel.url,
      urls: made.addresses,
      appKey: made.appKey,
      appSecret: made.appSecret,
      channelId: made.channelIds[0] ?? '',
      channelIds: made.channelIds,
      tenantSpaceId: made.tenantSpaceId,
    }
  }

  get name(): string {
    return this.made.name
  }

  /** The space as it is now. */
  details(): Promise<SpaceDetails> {
    return this.channel.get('/_cecsim/spaces/{spaceName}', { path: { spaceName: this.name } })
  }

  /** What it comes to at this moment, in counts: little to ask for, however much goes on. */
  statistics(): Promise<SpaceStatistics> {
    return this.channel.get('/_cecsim/spaces/{spaceName}/statistics', { path: { spaceName: this.name } })
  }

  /**
   * Lets time pass at once, such as `'10s'`, `'PT1H'` or 250 (milliseconds). Ends when all that was due has happened
   * and every answer that was released by it has been written to its client.
   */
  advance(by: Duration): Promise<ClockState> {
    return this.clock.advance(by)
  }

  /**
   * What happens from now on, as it happens; the first event, `following`, says that it is told. It ends when the space
   * or the server does.
   */
  events(): AsyncGenerator<SpaceEvent, void, undefined> {
    return followSpace(this.channel, this.name, this.ends.signal)
  }

  /** Lets the space, or a part of it, begin anew. */
  reset(scope: ResetScope = 'all'): Promise<SpaceDetails> {
    return this.channel.post('/_cecsim/spaces/{spaceName}/reset', { path: { spaceName: this.name }, body: { scope } })
  }

  /** Makes a second space that stands where this one stood: after so many commands, or at a moment. */
  replay(to: { commands: number } | { at: string }, name?: string): Promise<SpaceDetails> {
    return this.channel.post('/_cecsim/spaces/{spaceName}/replay', {
      path: { spaceName: this.name }, body: { ...to, ...(name === undefined ? {} : { name }) },
    })
  }

  /** The space as it stands, to be made again by `cec.import()`. Its tokens and secrets are in it. */
  export(): Promise<SpaceSnapshot> {
    return this.channel.get('/_cecsim/spaces/{spaceName}/export', { path: { spaceName: this.name } })
  }

  /** Deletes it, once: another may have its name by then. That it or its server is not there any more is no error. */
  dispose(): Promise<void> {
    return this.deletion ??= this.delete()
  }

  private async delete(): Promise<void> {
    this.unfollow()
    try {
      await this.channel.delete('/_cecsim/spaces/{spaceName}', { path: { spaceName: this.name } })
    } catch (error) {
      if (!(error instanceof CecSimError && isGone.has(error.code))) {
        throw error
      }
    }
  }

  /** @internal Ends all that follow it, as its end does. */
  unfollow(): void {
    this.options.onEnd()
    this.ends.abort()
  }

  /** For `await using`. */
  [asyncDispose](): Promise<void> {
    return this.dispose()
  }

  /** For `using`: it does not wait until the space is deleted. */
  [dispose](): void {
    this.dispose().catch(() => undefined)
  }
}

const isGone: ReadonlySet<string> = new Set(['space-unknown', 'server-ended', 'no-server'])
