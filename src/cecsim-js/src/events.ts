import type { Channel } from './channel.js'
import type { StreamEvent } from './contract.js'

type Of<Kind extends string, Part extends keyof StreamEvent = never> =
  { kind: Kind, at: string } & { [P in Part]-?: NonNullable<StreamEvent[P]> }

/** Something that has just happened in a space; `kind` says what else it has. A newer server may tell more kinds. */
export type SpaceEvent =
  | Of<'following', 'space'>
  | Of<'request', 'entry'>
  | Of<'pollHeld', 'poll'>
  | Of<'pollReleased', 'poll' | 'events'>
  | Of<'call', 'call'>
  | Of<'callEvent', 'callEvent'>
  | Of<'agent', 'agent'>
  | Of<'phone', 'phone'>
  | Of<'finding', 'finding'>
  | Of<'media', 'media'>
  | Of<'sip', 'sip'>
  | Of<'breakpointHeld', 'message'>
  | Of<'breakpointLeft', 'message'>
  | Of<'reset', 'reset'>
  | Of<'failed', 'failed'>
  | Of<'healed'>
  | Of<'dropped', 'dropped'>

/**
 * What happens in a space, from the event `following` on. It is read as fast as it is asked for; what it is too slow
 * for is counted in `dropped`, in its place.
 */
export async function* followSpace(
  channel: Channel, spaceName: string, signal: AbortSignal,
): AsyncGenerator<SpaceEvent, void, undefined> {
  const left = new AbortController()
  const leave = () => left.abort()
  signal.addEventListener('abort', leave)
  try {
    signal.throwIfAborted()
    const body = await channel.open('/_cecsim/spaces/{spaceName}/stream', { path: { spaceName } }, left.signal)
    for await (const { kind, data } of parseEvents(chunksOf(body))) {
      yield { kind, ...(JSON.parse(data) as object) } as SpaceEvent
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error
    }
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

// Browsers' types know no iteration over a stream, though Node.js has it.
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield read.value
  }
}

/** Server-sent events of their text, whichever way it is cut. */
export async function* parseEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ kind: string, data: string }, void, undefined> {
  let rest = ''
  for await (const chunk of chunks) {
    const events = (rest + chunk).split('\n\n')
    rest = events.pop()!
    for (const event of events) {
      const fields = event.split('\n').map(line => /^(\w*): ?(.*)$/.exec(line))
      const valuesOf = (name: string) => fields.filter(f => f?.[1] === name).map(f => f![2])
      const data = valuesOf('data')
      if (data.length > 0) {
        yield { kind: valuesOf('event').at(-1) ?? 'message', data: data.join('\n') }
      }
    }
  }
}
