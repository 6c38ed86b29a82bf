import { describe, expect, it } from 'vitest'
import { readPageMessage } from './page-messages'

describe('a message of the page', () => {
  it('is understood as a string and as an object', () => {
    const message = { name: 'eventpost', param: ['AgentState_Ready', 'AgentState_Busy'] }
    const read = { name: 'eventpost', events: ['AgentState_Ready', 'AgentState_Busy'] }

    expect(readPageMessage(message)).toEqual(read)
    expect(readPageMessage(JSON.stringify(message))).toEqual(read)
  })

  it('may name the event of transfers that the sample of 5.4.2 names', () => {
    const message = { name: 'eventpost', param: ['AgentState_Ready', 'AgentEvent_TransOutResult'] }

    expect(readPageMessage(message)).toEqual({ name: 'eventpost', events: message.param })
  })

  it.each([
    { param: ['88889007', 'audio'], number: '88889007', mode: 'audio' },
    { param: { number: '88880523', mode: 'audio' }, number: '88880523', mode: 'audio' },
    { param: ['88880813', 'video'], number: '88880813', mode: 'video' },
    { param: { number: '88880523', mode: 'video' }, number: '88880523', mode: 'video' },
    { param: [88889007, 'audio'], number: '88889007', mode: 'audio' },
  ])('calls out with $param', ({ param, number, mode }) => {
    const message = { name: 'callout', param }
    const read = { name: 'callout', number, mode }

    expect(readPageMessage(message)).toEqual(read)
    expect(readPageMessage(JSON.stringify(message))).toEqual(read)
  })

  it.each([
    null, undefined, 7, '', 'hello', '{', '[]', [], {}, { name: 'signin' },
    { name: 'eventpost', param: 'AgentState_Ready' },
    { name: 'callout' },
    { name: 'callout', param: ['88889007'] },
    { name: 'callout', param: ['88889007', 'fax'] },
    { name: 'callout', param: ['', 'audio'] },
    { name: 'callout', param: { number: null, mode: 'audio' } },
  ])('is none where it says %j', (data) => {
    expect(readPageMessage(data)).toBeNull()
  })

  it('subscribes to names and to so many of them', () => {
    const param = [7, null, ...Array.from({ length: 300 }, (_, n) => `Event${n}`)]

    const read = readPageMessage({ name: 'eventpost', param })

    expect(read).toMatchObject({ name: 'eventpost' })
    expect(read?.name === 'eventpost' && read.events).toHaveLength(200)
  })
})
