// The server that this page came from, by the control API: with the npm fixture's own requests, which are typed by its
// document.
import { Channel } from '../../../cecsim-js/src/channel.js'
import type { SpaceDetails } from '../../../cecsim-js/src/contract.js'
import { CecSpace } from '../../../cecsim-js/src/space.js'

const keyKept = 'cecsim-control-key'

/** Away from this machine the control API wants its key; it is kept as long as the tab. */
export function controlKey(): string {
  try {
    return sessionStorage.getItem(keyKept) ?? ''
  } catch {
    return ''
  }
}

export function keepControlKey(key: string): void {
  try {
    sessionStorage.setItem(keyKept, key)
  } catch {
    // A page without storage asks again when it is loaded again.
  }
}

export function channelWith(key: string): Channel {
  return new Channel('', { controlKey: key || undefined })
}

export function spaceOf(channel: Channel, details: SpaceDetails): CecSpace {
  return new CecSpace(channel, details, { pollsWithin: undefined, onEnd: () => {} })
}

/** What was refused, in the server's own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
