import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { CecSim } from 'cecsim'
import { accessTokenOf } from '../backend.js'
import { Cec } from '../src/cec.js'

const scenario = {
  name: 'a-minute-in-the-queue',
  calls: [{ script: ['queued', { wait: '1m' }, 'connected', { wait: '5m' }, 'released'] }],
}

let cecsim, space, cec

beforeAll(async () => { cecsim = await CecSim.start() })
afterAll(() => cecsim.dispose())

beforeEach(async () => {
  space = await cecsim.space({ scenario })
  cec = new Cec(() => accessTokenOf(space.credentials), space.credentials.url)
  await cec.signIn('ann')
  await cec.call()
  return async () => {
    await space.findings.mustBeNone('warning')
    await space.dispose()
  }
})

async function listen() {
  const names = []
  for await (const { name } of cec.events()) {
    names.push(name)
  }

  return names
}

async function liveThroughTheCall() {
  const heard = listen()
  for (const time of ['10s', '50s', '5m']) {
    await space.polls.waiting(1)
    await space.advance(time)
  }

  return heard
}

it('a customer hears of the queue, the agent and the end', async () => {
  expect(await liveThroughTheCall()).toEqual(['queued', 'connected', 'released'])
})

it('a token that dies while the customer waits costs nothing', async () => {
  await space.faults.arm({ at: 'getClickToCallEvents', when: { nth: 2 }, inject: 'accessTokenExpired' })

  expect(await liveThroughTheCall()).toEqual(['queued', 'connected', 'released'])
  await space.journal.mustHaveSeen({ operation: 'applyToken', times: 2 })
})

it('a gateway that breaks twice costs nothing', async () => {
  await space.faults.arm({ at: 'getClickToCallEvents', when: { first: 2 }, inject: { status: 503 } })

  expect(await liveThroughTheCall()).toEqual(['queued', 'connected', 'released'])
})
