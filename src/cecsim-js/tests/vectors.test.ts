import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import type { Fault, JournalClaim, JournalQuery } from '../src/index.js'
import { Customer } from './support/customer.js'
import { server } from './support/server.js'

// The tests of CecSim.Testing read the same files.
const vectors = <T>(name: string) => JSON.parse(
  readFileSync(resolve(import.meta.dirname, `../../../tests/vectors/${name}.json`), 'utf8')) as T

it.each(vectors<{ text: string, milliseconds?: number }[]>('durations'))(
  'the duration "$text" is what the vectors say', async ({ text, milliseconds }) => {
    const space = await (await server()).space()
    const before = Date.parse((await space.clock.read()).now)
    if (milliseconds === undefined) {
      await expect(space.advance(text)).rejects.toMatchObject({ code: 'bad-request' })
      return
    }

    expect(Date.parse((await space.advance(text)).now) - before).toBe(milliseconds)
    expect(Date.parse((await space.advance(milliseconds)).now) - before).toBe(2 * milliseconds)
  })

it.each([NaN, Infinity, -1, 1e21])('the number %s is no duration', async number => {
  const space = await (await server()).space()
  await expect(space.advance(number)).rejects.toMatchObject({ code: 'bad-request' })
})

interface Story {
  what: string
  scenario: string
  steps: { advance: string, now: string, state: string, events: number[] }[]
}

it.each(vectors<Story[]>('advances'))('$what: time passes as the vectors say', async ({ scenario, steps }) => {
  const space = await (await server()).space({ scenario })
  await (await Customer.signIn(space)).call()
  for (const { advance, now, state, events } of steps) {
    expect(Date.parse((await space.advance(advance)).now)).toBe(Date.parse(now))
    const call = await space.calls.latest()
    expect([call.state, call.events.map(e => e.eventId)]).toEqual([state, events])
  }
})

it.each(vectors<{ fault: Fault, listed?: object, refused?: string }[]>('faults'))(
  'the fault $fault is what the vectors say', async ({ fault, listed, refused }) => {
    const space = await (await server()).space()
    if (refused !== undefined) {
      await expect(space.faults.arm(fault)).rejects.toMatchObject({ code: refused })
      return
    }

    await space.faults.arm(fault)
    expect(await space.faults.list()).toEqual([{ ...listed ?? fault, id: 1, seen: 0, strikes: 0 }])
  })

interface Searches {
  requests: { advance: string, send: string }[]
  searches: { query: JournalQuery, finds: number[] }[]
  claims: { claim: JournalClaim, holds: boolean }[]
}

it('the journal finds what the vectors say', async () => {
  const { requests, searches, claims } = vectors<Searches>('journal-searches')
  const space = await (await server()).space()
  const customer = Customer.of(space)
  for (const { advance, send } of requests) {
    await space.advance(advance)
    await customer.send(send)
  }

  const ids = (await space.journal.search()).entries.map(e => e.id)
  expect(ids).toHaveLength(requests.length)
  for (const { query, finds } of searches) {
    const found = await space.journal.search(query)
    expect({ query, finds: found.entries.map(e => ids.indexOf(e.id)) }).toEqual({ query, finds })
  }

  for (const { claim, holds } of claims) {
    expect({ claim, holds: (await space.journal.verify(claim)).holds }).toEqual({ claim, holds })
  }
})
