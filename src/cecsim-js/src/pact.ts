import type { Channel } from './channel.js'
import type { ProviderState } from './contract.js'

/** Provider states: what the `given` of a pact says becomes so. */
export class Pact {
  /** @internal */
  constructor(private readonly channel: Channel) {}

  /** The states that a pact can ask for, with what each takes and gives. */
  async states(): Promise<ProviderState[]> {
    return (await this.channel.get('/_cecsim/pact/provider-states')).states
  }

  /** Makes a state so, and tells the values that it gives. */
  setUp(state: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.channel.post('/_cecsim/pact/provider-states', { body: { state, params, action: 'setup' } })
  }

  /** Undoes a state: its space begins anew, but for its time and its journal. */
  async tearDown(state: string, params: object = {}): Promise<void> {
    await this.channel.post('/_cecsim/pact/provider-states', { body: { state, params, action: 'teardown' } })
  }
}
