import { describe, expect, inject, it } from 'vitest'
import { CecSim, type SpaceEvent } from '../src/index.js'
import { parseEvents } from '../src/events.js'
import { Customer } from './support/customer.js'
import { queued } from './support/scenarios.js'
import { server } from './support/server.js'

describe('the stream', () => {
  it('tells what happens and ends with the space', async () => {
    const space = await (await server()).space({ scenario: queued })
    const seen: SpaceEvent[] = []
    for await (const event of space.events()) {
      seen.push(event)
      if (event.kind === 'following') {
        await (await Customer.signIn(space)).call()
      }

      if (event.kind === 'callEvent') {
        expect(event.callEvent.event.eventId).toBe(168102)
        await space.dispose()
      }
    }

    expect(seen[0]).toMatchObject({ kind: 'following', space: space.name })
    expect(seen.map(e => e.kind)).toContain('request')
  })

  it('ends too when the server is disposed of, and when its reader leaves it', async () => {
    const cec = await CecSim.start({ binary: inject('binary') })
    const space = await cec.space()
    for await (const event of space.events()) {
      expect(event.kind).toBe('following')
      break
    }

    const events = space.events()
    await events.next()
    const next = events.next()
    await cec.dispose()
    expect((await next).done).toBe(true)
  })

  it('waits for a reader that is slow, and counts what that has missed', async () => {
    const space = await (await server()).space()
    const events = space.events()
    await events.next()

    // Much more than sockets and the server's list hold for a reader that does not read.
    const channel = 'x'.repeat(4_000)
    const { url, appKey } = space.credentials
    for (let i = 0; i < 40; i++) {
      await Promise.all(Array.from({ length: 100 }, () => fetch(
        `${url}/apiaccess/ccmessaging/v1/checkClickToCallSupport?channel=${channel}`,
        { headers: { 'x-app-key': appKey } }).then(r => r.text())))
    }

    let dropped = 0
    let requests = 0
    for await (const event of events) {
      dropped += event.kind === 'dropped' ? event.dropped : 0
      requests += event.kind === 'request' ? 1 : 0
      if (dropped + requests >= 4_000) {
        break
      }
    }

    expect(dropped).toBeGreaterThan(0)
    expect(requests + dropped).toBe(4_000)
  })
})

it('events are read whichever way their text is cut', async () => {
  const text = 'event: following\ndata: {"at":"a"}\n\n: a comment\n\n'
    + 'event: healed\ndata: {"at":\ndata: "b"}\n\nevent: cut'
  for (const size of [1, 2, 3, 7, text.length]) {
    const seen = []
    for await (const event of parseEvents(cut(text, size))) {
      seen.push(event)
    }

    expect(seen).toEqual([
      { kind: 'following', data: '{"at":"a"}' }, { kind: 'healed', data: '{"at":\n"b"}' },
    ])
  }
})

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    yield text.slice(at, at + size)
  }
}
