import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { CecSim, CecSimAssertionError, CecSimError, type CecSpace } from '../src/index.js'
import { Customer } from './support/customer.js'
import { queued } from './support/scenarios.js'
import { server } from './support/server.js'

async function liveThroughAnHour(space: CecSpace): Promise<void> {
  const customer = await Customer.signIn(space)
  await customer.call()
  expect((await customer.poll())['eventId']).toBe(168102)
  await space.advance('1m')
  expect((await customer.poll())['eventId']).toBe(168101)
  const held = customer.poll()
  await space.polls.waiting()
  await space.advance({ toJSON: () => 'PT1H' })
  expect((await held)['resultDesc']).toBe('ClickToCall polled without any events')

  // Its tokens have not lived so long.
  const again = await Customer.signIn(space)
  expect((await again.poll())['eventId']).toBe(168110)
  expect((await space.clock.read()).now).toBe('2026-01-05T10:01:00+00:00')
}

describe('a space', () => {
  it('has what a client needs, and shares nothing with a hundred others that run beside it', async () => {
    const cec = await server()
    const spaces = await Promise.all(Array.from({ length: 100 }, () => cec.space()))
    expect(new Set(spaces.map(s => s.credentials.appKey)).size).toBe(100)

    const events = await Promise.all(spaces.map(async (space, i) => {
      const customer = await Customer.signIn(space, `user-${i}`)
      await customer.call()
      const event = await customer.poll()
      const held = customer.poll()
      await space.polls.waiting(1)
      await space.advance('10s')
      expect((await held)['resultDesc']).toBe('ClickToCall polled without any events')
      expect((await space.calls.list()).map(c => c.userId)).toEqual([`user-${i}`])
      await space.journal.mustHaveSeen({ operation: 'getClickToCallEvents', user: `user-${i}`, times: 2 })
      await space.journal.mustHaveSeen({ operation: 'getClickToCallEvents', times: 2 })
      return event['eventId']
    }))
    expect(events).toEqual(Array.from({ length: 100 }, () => 168101))
    await Promise.all(spaces.map(space => space.dispose()))
    expect((await cec.spaces()).map(s => s.name)).not.toContain(spaces[0]!.name)
  })

  it('lives through an hour of a call in less than a second', async () => {
    const cec = await server()
    const times = []
    for (let run = 0; run < 5; run++) {
      const space = await cec.space({ scenario: queued })
      const began = performance.now()
      await liveThroughAnHour(space)
      times.push(performance.now() - began)
      await space.dispose()
    }

    // Whatever else the machine does makes it slower, and nothing makes it faster.
    expect(Math.min(...times)).toBeLessThan(1_000)
  })

  it('fails a test whose client never polls, and says what that did instead', async () => {
    const space = await (await server()).space()
    const customer = await Customer.signIn(space)
    await customer.call()

    const failure = await space.polls.waiting(1, { within: 200 }).catch((e: unknown) => e)

    expect(failure).toBeInstanceOf(CecSimAssertionError)
    expect((failure as Error).message).toMatch(/After 0\.2 s 0 requests wait, not 1/)
    expect((failure as Error).message).toMatch(/POST \/apiaccess\/ccmessaging\/v1\/createClickToCall 200/)
  })

  it('takes the limit of its server for all waits, and ten seconds without', async () => {
    const started = await server()
    const patient = await CecSim.connect(started.url)
    const hasty = await CecSim.connect(started.url, { pollsWithin: '50ms' })

    await expect((await hasty.space()).polls.waiting()).rejects.toThrow('After 0.05 s')
    await expect((await patient.space()).polls.waiting()).rejects.toThrow('After 10 s')
  })

  it('is made of an object, of a text, of a file, of a name', async () => {
    const path = join(inject('folder'), 'of-a-file.yaml')
    await writeFile(path, 'name: of-a-file\nseed: 77\n')
    const cec = await CecSim.start({ binary: inject('binary'), scenarios: [path] })
    const seeds = []
    for (const scenario of [{ name: 'of-an-object', seed: 77 }, 'name: of-a-text\nseed: 77',
      '{"name":"of-json","seed":77}', path, 'of-a-file']) {
      seeds.push((await (await cec.space({ scenario })).details()).seed)
    }

    expect(seeds).toEqual([77, 77, 77, 77, 77])
    const names = await cec.scenarios()
    expect(names[0]).toBe('of-a-file')
    expect((await cec.space({ scenario: names.at(-1)! })).name).toBe(names.at(-1))
    await cec.dispose()
  })

  it('is not made of a scenario that nobody has, nor of one that is wrong or cannot be read', async () => {
    const cec = await server()

    const unknown = await cec.space({ scenario: 'queue-than-connect' }).catch((e: unknown) => e) as CecSimError
    expect(unknown).toBeInstanceOf(CecSimError)
    expect(unknown.code).toBe('scenario-unknown')
    expect(unknown.status).toBe(404)
    expect(unknown.title).not.toBe('')
    expect(unknown.detail).toMatch(/'queue-than-connect' is none of/)
    expect(unknown.remedy).toMatch(/cec\.scenarios\(\)/)
    expect(unknown.message).toBe(`${unknown.title} ${unknown.detail}\n${unknown.remedy}`)

    const path = join(inject('folder'), 'shop.yaml')
    await writeFile(path, 'name: shop\nagentz: 3\n')
    await expect(cec.space({ scenario: path })).rejects.toMatchObject({
      code: 'scenario-broken', detail: expect.stringMatching(/^shop\.yaml:2/),
    })
    await expect(cec.space({ scenario: 'nowhere.yaml' })).rejects.toMatchObject({
      code: 'scenario-unreadable', detail: expect.stringContaining('nowhere.yaml'),
    })
  })

  it('ends with its block', async () => {
    const cec = await server()
    let name: string
    {
      await using space = await cec.space()
      name = space.name
      expect((await cec.spaces()).map(s => s.name)).toContain(name)
    }

    expect((await cec.spaces()).map(s => s.name)).not.toContain(name)
    await expect(cec.attach(name)).rejects.toMatchObject({ code: 'space-unknown' })
  })

  it('is disposed of once: the next of its name stays', async () => {
    const cec = await server()
    const space = await cec.space({ name: 'a-name-used-again' })
    await space.dispose()
    await using next = await cec.space({ name: 'a-name-used-again' })
    await space.dispose()
    expect((await cec.spaces()).map(s => s.name)).toContain(next.name)
  })

  it('begins anew, and is made again elsewhere from its export', async () => {
    const cec = await server()
    const space = await cec.space({ scenario: queued, name: 'to-be-moved' })
    const customer = await Customer.signIn(space)
    await customer.call()
    await space.advance('61s')
    const exported = await space.export()
    await space.dispose()

    const again = await cec.import(exported)
    expect(again.name).toBe('to-be-moved')
    expect((await again.calls.latest('u1')).state).toBe('connected')
    expect((await customer.poll())['eventId']).toBe(168102)

    await again.reset()
    expect(await again.calls.list()).toEqual([])
    await expect(again.calls.latest()).rejects.toThrow('There should be a call of anybody.')
  })
})

it('the server tells of itself', async () => {
  const cec = await server()

  expect(await cec.isReady()).toBe(true)
  expect(await cec.isLive()).toBe(true)
  expect((await cec.process()).threads).toBeGreaterThan(0)
  expect(await cec.latency()).toHaveProperty('events')
  expect((await cec.fidelity({ section: '5.3' })).length).toBeGreaterThan(0)
  expect((await cec.pact.states()).map(s => s.name)).toContain('a user is signed in')
  expect((await cec.findings()).length).toBeGreaterThan(0)
  expect((await cec.journal.search()).count).toBe(0)
})

it('a pact state is set up in a space, and torn down', async () => {
  const cec = await server()
  const space = await cec.space()

  const values = await cec.pact.setUp('a user is signed in', { space: space.name, userId: 'u9' })
  expect(values).toHaveProperty('ccmessagingToken')
  await cec.pact.tearDown('a user is signed in', { space: space.name, userId: 'u9' })
})
