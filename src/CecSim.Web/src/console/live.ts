import { useEffect, useRef, useState } from 'preact/hooks'
import type { Channel } from '../../../cecsim-js/src/channel.js'
import type { JournalEntry } from '../../../cecsim-js/src/contract.js'
import { followSpace, type SpaceEvent } from '../../../cecsim-js/src/events.js'

/** How many requests a page keeps; the server's journal has more. */
export const entriesMax = 1000

// However much happens, a page is drawn a few times a second: nobody reads faster.
const drawEveryMs = 250
// And what it does besides takes less than a frame: the server counts what it is too slow for.
const workMaxMs = 8
const againAfterMs = 1000

type Kind = SpaceEvent['kind']

export interface Live {
  /** The newest last. */
  entries: readonly JournalEntry[]
  /** How many were told of and are no longer kept. */
  forgotten: number
  /** How many the server could not tell, since this page was too slow. */
  dropped: number
  /** What stands at a breakpoint. */
  standing: readonly string[]
  /** How often something of a kind was told: whoever shows that kind asks again. */
  told: Readonly<Partial<Record<Kind, number>>>
  /** Undefined until the first try has come to something. */
  isFollowing: boolean | undefined
}

const nothing: Live = { entries: [], forgotten: 0, dropped: 0, standing: [], told: {}, isFollowing: undefined }

/** What happens in a space, followed as long as the page shows it, and again after the connection broke. */
export function useLive(channel: Channel, space: string): Live {
  const [live, setLive] = useState(nothing)
  const state = useRef(nothing)

  useEffect(() => {
    state.current = nothing
    setLive(nothing)
    const left = new AbortController()
    let isDrawn = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = setInterval(() => {
      if (!isDrawn) {
        isDrawn = true
        setLive(state.current)
      }
    }, drawEveryMs)
    const change = (to: Live) => {
      state.current = to
      isDrawn = false
    }
    const follow = async () => {
      try {
        let began = performance.now()
        for await (const event of followSpace(channel, space, left.signal)) {
          if (performance.now() - began > workMaxMs) {
            await new Promise((next) => setTimeout(next))
            began = performance.now()
          }

          if (event.kind === 'following') {
            // What came before this moment is read once; what comes after is told.
            const path = { spaceName: space }
            const [{ entries }, { held }] = await Promise.all([
              channel.get('/_cecsim/spaces/{spaceName}/journal', { path, query: { limit: 200 } }),
              channel.get('/_cecsim/spaces/{spaceName}/breakpoints', { path }),
            ])
            change({ ...state.current, entries, standing: held.map((h) => h.id), isFollowing: true })
          } else {
            change(after(state.current, event))
          }
        }
      } catch {
        // Why, whoever asks for anything else is told.
      }

      if (!left.signal.aborted) {
        change({ ...state.current, isFollowing: false })
        timer = setTimeout(() => void follow(), againAfterMs)
      }
    }
    void follow()
    return () => {
      left.abort()
      clearInterval(draw)
      clearTimeout(timer)
    }
  }, [channel, space])
  return live
}

/** What is known after an event. */
export function after(live: Live, event: SpaceEvent): Live {
  const told = { ...live.told, [event.kind]: (live.told[event.kind] ?? 0) + 1 }
  switch (event.kind) {
    case 'request': {
      const known = live.entries.some((e) => e.id === event.entry.id)
      const entries = known ? live.entries : [...live.entries, event.entry]
      const over = Math.max(0, entries.length - entriesMax)
      return { ...live, told, entries: over ? entries.slice(over) : entries, forgotten: live.forgotten + over }
    }
    case 'breakpointHeld':
      return { ...live, told, standing: [...live.standing, event.message.id] }
    case 'breakpointLeft':
      return { ...live, told, standing: live.standing.filter((id) => id !== event.message.id) }
    case 'dropped':
      return { ...live, told, dropped: live.dropped + event.dropped }
    case 'reset':
      return { ...live, told, entries: ['all', 'journal'].includes(event.reset) ? [] : live.entries }
    default:
      return { ...live, told }
  }
}
