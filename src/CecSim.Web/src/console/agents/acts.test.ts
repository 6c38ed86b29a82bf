import { expect, it } from 'vitest'
import type { Channel } from '../../../../cecsim-js/src/channel.js'
import { Agent } from '../../../../cecsim-js/src/space/agents.js'
import { acts } from './acts'

it('An agent can be made to do all that the fixture can make it do without a word more', () => {
  const agent = new Agent({} as Channel, 'demo', 1001)
  const own = Object.entries(agent).filter(([, act]) => typeof act === 'function' && act.length === 0)
  expect([...acts].sort()).toEqual([...own.map(([name]) => name), 'notReady', 'rest'].sort())
})
