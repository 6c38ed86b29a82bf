import { expect, it, vi } from 'vitest'
import type { Channel } from '../../../../cecsim-js/src/channel.js'
import { Agent } from '../../../../cecsim-js/src/space/agents.js'
import { type Act, acts, allActs, checks, doAct } from './acts'

const agent = new Agent({} as Channel, 'demo', 1001)

it('An agent can be made to do all that the fixture can make it do', () => {
  const own = Object.entries(agent).filter(([, act]) => typeof act === 'function')
  const ofClass = Object.getOwnPropertyNames(Agent.prototype).filter((n) => !['constructor', 'act'].includes(n))
  expect([...allActs].sort()).toEqual([...own.map(([name]) => name), ...ofClass].sort())
})

it('What needs no more is done without', () => {
  const own = Object.entries(agent).filter(([, act]) => typeof act === 'function' && act.length === 0)
  expect([...acts].sort()).toEqual([...own.map(([name]) => name), 'notReady', 'rest'].sort())
})

it.each<[Act, object]>([
  ['answer', {}],
  ['transfer', { queue: '1002' }],
  ['consult', { queue: '1002' }],
  ...checks.map((act): [Act, object] => [act, { agent: 1002 }]),
  ['write', { userId: '1002', text: 'hello' }],
  ['endChat', { userId: '1002' }],
])('%s asks with what it needs', async (act, body) => {
  const post = vi.fn().mockResolvedValue({})
  await doAct(new Agent({ post } as unknown as Channel, 'demo', 1001), act, {
    target: 'queue', whom: '1002', text: 'hello',
  })
  expect(post.mock.calls[0]?.[1]).toMatchObject({ body })
})

it.each([
  ['agent', { agent: 1002 }], ['number', { number: '1002' }], ['ivr', { ivr: '1002' }],
] as const)('a call goes to the %s that is named', async (target, body) => {
  const post = vi.fn().mockResolvedValue({})
  await doAct(new Agent({ post } as unknown as Channel, 'demo', 1001), 'transfer', { target, whom: '1002', text: '' })
  expect(post.mock.calls[0]?.[1]).toMatchObject({ body })
})
