import { findBinary } from './binary.js'
import { Channel } from './channel.js'
import type {
  FidelityClaim, ScenarioCheck, ScenarioTrial, ServerLatency, ServerProcess as ServerProcessDetails, SpaceDetails,
  SpaceFindings, SpaceSnapshot,
} from './contract.js'
import { asyncDispose, dispose } from './disposal.js'
import type { Duration } from './duration.js'
import { CecSimError } from './error.js'
import { Pact } from './pact.js'
import { type Scenario, scenarioBody } from './scenario.js'
import { ServerProcess } from './server-process.js'
import { Snapshots } from './snapshots.js'
import { CecSpace } from './space.js'
import { type Journal, journalOfServer } from './space/journal.js'

export interface ConnectOptions {
  /** The key that the server was started with; none on loopback. */
  controlKey?: string
  /** How long `polls.waiting` waits unless told otherwise, in real time; 10 s. */
  pollsWithin?: Duration
}

export interface StartOptions extends ConnectOptions {
  /** The binary; else that of CECSIM_BINARY, else that of the platform's package. */
  binary?: string
  /** Scenario files or folders of them, for `cec.space({ scenario: 'its-name' })`. */
  scenarios?: readonly string[]
  /** The port to listen on; 0 for any free one. */
  port?: number
  /** More arguments of `cecsim serve`. */
  args?: readonly string[]
  /** Environment variables of the server, beside those of this process. */
  env?: Readonly<Record<string, string | undefined>>
  /** How long it may take until it listens, in milliseconds; 30,000. */
  startWithin?: number
}

export interface SpaceOptions {
  /** What it is made from; without it the demo contact centre. */
  scenario?: Scenario
  /** A name of its own; without it the scenario's, with a number where that is taken. */
  name?: string
  /** How its time begins: frozen unless said, and then it moves only when it is advanced. */
  clock?: 'frozen' | 'running' | { mode: 'frozen' | 'running', rate?: number, startsAt?: string }
  /** Whether it has credentials of its own even where the scenario names some; true unless said. */
  ownCredentials?: boolean
}

/** A server of CecSim: started for tests, or one that runs already. */
export class CecSim {
  readonly pact: Pact
  /** The requests that belong to no space. */
  readonly journal: Journal
  /** Spaces as they stood, to go back to. */
  readonly snapshots: Snapshots
  private readonly spacesMade = new Set<CecSpace>()

  private constructor(
    private readonly channel: Channel, private readonly options: ConnectOptions,
    private readonly server: ServerProcess | undefined,
  ) {
    this.pact = new Pact(channel)
    this.journal = journalOfServer(channel)
    this.snapshots = new Snapshots(channel, details => this.hold(details))
  }

  /**
   * Starts a server on a free port of this machine, and waits until it answers. It ends when it is disposed of, and
   * with this process, whatever ends that.
   */
  static async start(options: StartOptions = {}): Promise<CecSim> {
    const { server, url } = await ServerProcess.start(
      options.binary ?? findBinary(import.meta.url),
      [
        'serve', '--until-input-ends', '--urls', `http://127.0.0.1:${options.port ?? 0}`, '--https-port', '0',
        '--media-port', '0', ...(options.scenarios ?? []).flatMap(s => ['--scenario', s]), ...(options.args ?? []),
      ],
      options.controlKey === undefined ? { ...options.env }
        : { CECSIM_CONTROL_KEY: options.controlKey, ...options.env },
      options.startWithin ?? 30_000)
    return new CecSim(
      new Channel(url, { controlKey: options.controlKey, whyNobody: () => server.whyEnded() }), options, server)
  }

  /** Takes a server that runs, and fails where none answers. Disposing of it leaves the server as it is. */
  static async connect(url: string | URL, options: ConnectOptions = {}): Promise<CecSim> {
    const channel = new Channel(`${url}`.replace(/\/+$/, ''), { controlKey: options.controlKey })
    await channel.get('/_cecsim/health/live')
    return new CecSim(channel, options, undefined)
  }

  /** Where it listens, without a slash at its end. */
  get url(): string {
    return this.channel.url
  }

  /** What a started server printed last. */
  get output(): string {
    return this.server?.output ?? ''
  }

  /** The process of a started server. */
  get pid(): number | undefined {
    return this.server?.pid
  }

  /** Makes a contact centre that shares nothing with others, so that tests may run beside each other. */
  async space(options: SpaceOptions = {}): Promise<CecSpace> {
    const { name, clock = 'frozen', ownCredentials = true } = options
    const made = await this.channel.post('/_cecsim/spaces', {
      body: {
        ...await scenarioBody(options.scenario),
        ownCredentials,
        clock: typeof clock === 'string' ? { mode: clock } : clock,
        ...(name === undefined ? {} : { name }),
      },
    })
    return this.hold(made)
  }

  /** Takes a space that is there. Disposing of it deletes it too. */
  async attach(name: string): Promise<CecSpace> {
    return this.hold(await this.channel.get('/_cecsim/spaces/{spaceName}', { path: { spaceName: name } }))
  }

  /** Makes an exported space again, under its name. Its time stands then. */
  async import(snapshot: SpaceSnapshot): Promise<CecSpace> {
    return this.hold(await this.channel.post('/_cecsim/import', { body: snapshot }))
  }

  /** All spaces of the server, in the order of their creation. */
  async spaces(): Promise<SpaceDetails[]> {
    return (await this.channel.get('/_cecsim/spaces')).spaces
  }

  /** The names for `space({ scenario })`: what the server was started with, then what is shipped. */
  async scenarios(): Promise<string[]> {
    return (await this.channel.get('/_cecsim/spaces')).scenarios
  }

  /** The text of one of `scenarios()`, in YAML. */
  async scenarioText(name: string): Promise<string> {
    return (await this.channel.get('/_cecsim/scenarios/{scenarioName}', { path: { scenarioName: name } })).text
  }

  /** Everything that is wrong in a scenario, given in YAML. */
  checkScenario(text: string): Promise<ScenarioCheck> {
    return this.channel.post('/_cecsim/scenarios/check', { body: { text } })
  }

  /** Plays a scenario, given in YAML, to a client that does as the documents say, once for each of its rules. */
  tryScenario(text: string): Promise<ScenarioTrial> {
    return this.channel.post('/_cecsim/scenarios/try', { body: { text } })
  }

  /** What clients did wrong, space by space, and at the end what belongs to none. */
  async findings(): Promise<SpaceFindings[]> {
    return (await this.channel.get('/_cecsim/findings')).spaces
  }

  /** What is claimed of CEC's protocol, and how it is known. */
  async fidelity(
    query: { section?: string, basis?: 'documented' | 'found' | 'inferred' } = {},
  ): Promise<FidelityClaim[]> {
    return (await this.channel.get('/_cecsim/fidelity', { query })).claims
  }

  /** What the server costs its machine, and what went wrong in it. */
  process(options: { collect?: boolean } = {}): Promise<ServerProcessDetails> {
    return this.channel.get('/_cecsim/process', { query: options })
  }

  /** How late events were since the server started, as it saw it itself. */
  latency(): Promise<ServerLatency> {
    return this.channel.get('/_cecsim/latency')
  }

  /** Whether the server's process lives, ready or not. */
  async isLive(): Promise<boolean> {
    return await this.channel.status('/_cecsim/health/live') === 200
  }

  /** Whether every listener of the server is up. */
  async isReady(): Promise<boolean> {
    return await this.channel.status('/_cecsim/health/ready') === 200
  }

  /** Ends a started server, and waits until it has ended. Of a connected one, the spaces that were made here end. */
  async dispose(): Promise<void> {
    if (this.server === undefined) {
      await Promise.all([...this.spacesMade].map(space => space.dispose()))
      return
    }

    this.spacesMade.forEach(space => space.unfollow())
    await this.server.stop()
  }

  /** For `await using`. */
  [asyncDispose](): Promise<void> {
    return this.dispose()
  }

  /** For `using`: it does not wait for the end. */
  [dispose](): void {
    this.dispose().catch(() => undefined)
  }

  private hold(made: SpaceDetails): CecSpace {
    const space = new CecSpace(this.channel, made, {
      pollsWithin: this.options.pollsWithin, onEnd: () => this.spacesMade.delete(space),
    })
    this.spacesMade.add(space)
    return space
  }
}
