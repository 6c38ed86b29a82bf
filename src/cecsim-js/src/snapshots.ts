import type { Channel } from './channel.js'
import type { SnapshotDetails, SnapshotDifferences, SpaceDetails, SpaceSnapshot } from './contract.js'
import type { CecSpace } from './space.js'

/** Spaces as they stood, which the server keeps under their names as long as it runs. */
export class Snapshots {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly hold: (details: SpaceDetails) => CecSpace) {}

  /** The oldest first. */
  async list(): Promise<SnapshotDetails[]> {
    return (await this.channel.get('/_cecsim/snapshots')).snapshots
  }

  /** Saves a space as it stands, with its tokens and secrets. */
  save(name: string, space: CecSpace | string): Promise<SnapshotDetails> {
    const body = { name, space: typeof space === 'string' ? space : space.name }
    return this.channel.post('/_cecsim/snapshots', { body })
  }

  /** Makes it again, in the place of the space that it was, or as another one beside that. Its time stands then. */
  async load(name: string, into?: string): Promise<CecSpace> {
    return this.hold(await this.channel.post('/_cecsim/snapshots/{snapshotName}/load', {
      path: { snapshotName: name }, body: into === undefined ? {} : { space: into },
    }))
  }

  /** It itself, to be kept in a file, for `cec.import()` and `cecsim serve --snapshot`. */
  read(name: string): Promise<SpaceSnapshot> {
    return this.channel.get('/_cecsim/snapshots/{snapshotName}', { path: { snapshotName: name } })
  }

  /** What is other in a second one: calls, polls, agents, queues, faults and tokens. */
  diff(name: string, other: string): Promise<SnapshotDifferences> {
    return this.channel.get('/_cecsim/snapshots/{snapshotName}/differences', {
      path: { snapshotName: name }, query: { with: other },
    })
  }

  async delete(name: string): Promise<void> {
    await this.channel.delete('/_cecsim/snapshots/{snapshotName}', { path: { snapshotName: name } })
  }
}
