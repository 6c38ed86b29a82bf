import { describe, expect, it } from 'vitest'
import { CecSimAssertionError } from '../src/index.js'
import { Customer } from './support/customer.js'
import { queued } from './support/scenarios.js'
import { server } from './support/server.js'

describe('what a test does to a space', () => {
  it('faults are armed, listed with what they struck, and cleared', async () => {
    const space = await (await server()).space()
    const customer = await Customer.signIn(space)
    const fault = await space.faults.arm({
      at: 'createClickToCall', when: { first: 1, after: 1, for: '1h' }, match: { userId: 'u*' },
      inject: { status: 503 },
    })

    await space.advance(1)
    expect((await customer.call())['status']).toBe(503)
    expect((await customer.call())['resultCode']).toBe('0')
    expect(await space.faults.list()).toMatchObject([{ id: fault.id, strikes: 1 }])
    await space.faults.disarm(fault.id)
    await space.faults.arm({ at: 'poll', inject: 'hang' })
    await space.faults.clear()
    expect(await space.faults.list()).toEqual([])
    await expect(space.faults.arm({ at: 'poll', inject: 'hangs' })).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('tokens die before their time, and stay dead', async () => {
    const space = await (await server()).space()
    const customer = await Customer.signIn(space)
    await customer.call()

    await space.tokens.expire()
    expect((await customer.poll())['status']).toBe(403)
    expect((await customer.drop())['status']).toBe(403)
    expect((await (await Customer.signIn(space)).drop())['resultCode']).toBe('0')

    const another = await Customer.signIn(space, 'u2')
    await space.tokens.expire({ token: 'messaging', at: 'createClickToCall' })
    expect((await another.call())['status']).toBe(403)
  })

  it('polls are answered by hand and cut', async () => {
    const space = await (await server()).space()
    const customer = await Customer.signIn(space)
    await customer.call()
    await customer.poll()

    const held = customer.poll()
    const [poll] = await space.polls.waiting()
    await space.polls.release(poll!.id, 168106, 'elsewhere')
    expect(await held).toMatchObject({ eventId: 168106, resultDesc: 'elsewhere' })

    const cut = customer.poll().catch(() => 'cut')
    const [second] = await space.polls.waiting()
    await space.polls.cut(second!.id)
    expect(await cut).toBe('cut')
    await expect(space.polls.release('clickToCall-99')).rejects.toMatchObject({ code: 'poll-unknown' })
  })

  it('agents are driven by hand, calls get events, queues tell who waits', async () => {
    const space = await (await server()).space({ scenario: queued })
    const customer = await Customer.signIn(space)
    await customer.call()
    const call = await space.calls.latest('u1')
    expect((await space.queues.list()).flatMap(q => q.name)).toContain('voice-click')

    await space.calls.push(call.id, 'connected')
    await space.calls.push(call.id, { released: { causeId: 0, causeDesc: 'agent hung up' } })
    expect((await space.calls.latest()).events.map(e => e.eventId)).toEqual([168102, 168101, 168110])
    await expect(space.calls.media(call.id)).rejects.toMatchObject({ code: 'no-media' })

    const resting = await space.agents.get(1001).rest({ for: '5m' })
    expect(resting.state).toBe('resting')
    expect((await space.agents.list()).find(a => a.workNo === 1001)!.state).toBe('resting')
    expect(await space.phones.list()).toEqual([])
    await expect(space.agents.get(1001).answer()).rejects.toMatchObject({ code: 'agent-refuses' })
  })

  it('time is frozen, run and moved to what is due next', async () => {
    const space = await (await server()).space({ scenario: queued })
    const customer = await Customer.signIn(space)
    await customer.call()

    expect((await space.clock.advanceToNext()).now).toBe('2026-01-05T09:01:00+00:00')
    expect(await space.clock.run(60)).toMatchObject({ mode: 'running', rate: 60 })
    expect((await space.clock.freeze()).mode).toBe('frozen')
  })
})

describe('what a test demands of its client', () => {
  it('a claim that does not hold fails with what came nearest', async () => {
    const space = await (await server()).space()
    await Customer.signIn(space)

    await space.journal.mustHaveSeen({ operation: 'applyToken', times: 1 })
    const failure = await space.journal.mustHaveSeen({ operation: 'applyToken', times: 2 })
      .catch((e: unknown) => e)
    expect(failure).toBeInstanceOf(CecSimAssertionError)
    expect((failure as Error).message).toMatch(/- request \S+, POST .*applyToken: is one/)
    const { entries } = await space.journal.search({ operation: 'applyToken' }, { limit: 1 })
    expect((await space.journal.explain(entries[0]!.id)).text).not.toBe('')
    expect(await space.journal.har()).toHaveProperty('log')
    await space.journal.clear()
    expect((await space.journal.search()).count).toBe(0)
  })

  it('what a client did wrong fails with each case and how to mend it', async () => {
    const space = await (await server()).space()
    const customer = await Customer.signIn(space)
    await space.findings.mustBeNone('info')
    expect(await space.findings.watched()).toContain('overlapping-polls')

    await customer.call()
    await customer.poll()
    const polls = [customer.poll(), customer.poll()]
    await Promise.race(polls)
    const failure = await space.findings.mustBeNone('info').catch((e: unknown) => e)
    await space.advance('10s')
    await Promise.all(polls)

    expect(failure).toBeInstanceOf(CecSimAssertionError)
    expect((failure as Error).message).toMatch(/^warning: overlapping-polls, once\./m)
    expect((failure as Error).message).toMatch(/user u1, request/)
  })
})
