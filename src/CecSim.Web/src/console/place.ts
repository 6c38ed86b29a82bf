import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Channel } from '../../../cecsim-js/src/channel.js'
import type { CecSpace } from '../../../cecsim-js/src/space.js'
import type { Live } from './live'

/** What every view of a space works with. */
export interface Place {
  channel: Channel
  space: CecSpace
  live: Live
  /** Whether this console may change anything. */
  canChange: boolean
}

export const PlaceOfView = createContext<Place | undefined>(undefined)

export function usePlace(): Place {
  return useContext(PlaceOfView)!
}
