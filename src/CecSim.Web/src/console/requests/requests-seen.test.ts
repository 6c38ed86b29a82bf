import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { contractOf, customersOf, pactOf, toScenarioStep } from './requests-seen'

function entry(
  operation: string, atSecond: number, body: object | string = { resultCode: '0' }, other: Partial<JournalEntry> = {},
): JournalEntry {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const resultCode = typeof body === 'object' ? (body as { resultCode?: string }).resultCode : undefined
  return {
    id: `demo-${atSecond}`, at: new Date(Date.UTC(2026, 0, 5, 9, 0, atSecond)).toISOString(), durationMs: 3, operation,
    user: 'mia', basis: 'document',
    request: { method: 'POST', url: `http://cec.example/apiaccess/${operation}`, headers: [] },
    response: {
      status: 200, headers: [], body: { text, bytes: text.length, cut: false },
      ...(resultCode === undefined ? {} : { resultCode }),
    },
    wrong: [], faults: [], ofFault: false, cutShort: false, ...other,
  }
}

const event = (eventId: number) => ({ resultCode: '0', eventId })
const refused = (status: number, text: string) => ({
  response: { status, headers: [], body: { text, bytes: text.length, cut: false } },
})

// The journal names no operation of what a phone asks.
const { response: _, operation: __, ...unanswered } = entry('invite', 1)
const invite: JournalEntry = {
  ...unanswered, request: { method: 'INVITE', url: 'sip:179080000537636@cec.example', headers: [] },
}

describe('A request that was seen', () => {
  it.each<[JournalEntry, string]>([
    [entry('getClickToCallEvents', 1, event(168101)), '- connected'],
    [entry('getClickToCallEvents', 1, event(168110)), '- released'],
    [entry('getClickToCallEvents', 1, event(168999)), '- event: 168999'],
    [
      entry('getClickToCallEvents', 1, { ...event(168110), content: { causeId: 3, causeDesc: 'no consent' } }),
      '- released: { causeId: 3, causeDesc: "no consent" }',
    ],
    [
      entry('getClickToCallEvents', 1, { resultCode: '0' }),
      '- { at: getClickToCallEvents, when: { first: 1 }, inject: '
        + '{ status: { code: 200, body: "{\\"resultCode\\":\\"0\\"}" } } }',
    ],
    [
      { ...invite, response: { status: 486, headers: [] } },
      '- { at: invite, when: { first: 1 }, inject: { sipStatus: 486 } }',
    ],
    [invite, '- { at: invite, when: { first: 1 }, inject: noAnswer }'],
    [
      entry('createClickToCall', 1, { resultCode: '13', resultDesc: 'no "agent"' }),
      '- { at: createClickToCall, when: { first: 1 }, inject: { resultCode: { code: "13", desc: "no \\"agent\\"" } } }',
    ],
    [
      entry('applyToken', 1, '', refused(403, '{"code":"x"}')),
      '- { at: applyToken, when: { first: 1 }, inject: { status: { code: 403, body: "{\\"code\\":\\"x\\"}" } } }',
    ],
    [
      entry('applyToken', 1, '', { response: { status: 502, headers: [] } }),
      '- { at: applyToken, when: { first: 1 }, inject: { status: 502 } }',
    ],
  ])('is a step of a scenario', (seen, step) => expect(toScenarioStep(seen)).toBe(step))

  it('is none where no scenario brings it about', () => {
    expect(toScenarioStep({ ...invite, response: { status: 200, headers: [] } })).toBeUndefined()
    const { operation: _, ...unknown } = entry('applyToken', 1)
    expect(toScenarioStep(unknown)).toBeUndefined()
  })

  it('and was not answered is a step too', () => {
    const { response: _, ...silent } = entry('applyToken', 1)
    expect(toScenarioStep(silent)).toBe('- { at: applyToken, when: { first: 1 }, inject: hang }')
    expect(toScenarioStep({ ...silent, cutShort: true }))
      .toBe('- { at: applyToken, when: { first: 1 }, inject: connectionReset }')
  })
})

describe('What a space has seen', () => {
  const seen = [
    entry('tokenByAkSk', 0, { AccessToken: '***' }, { user: null }),
    entry('applyToken', 1),
    entry('createClickToCall', 2),
    entry('getClickToCallEvents', 3, event(168102)),
    // Held until it was empty: seen behind what was sent meanwhile.
    entry('getClickToCallEvents', 4, { resultCode: '0' }, { heldMs: 10_000 }),
    entry('createClickToCall', 9, { resultCode: '7', resultDesc: 'busy' }),
    entry('createClickToCall', 10, { resultCode: '7', resultDesc: 'busy' }),
    entry('getClickToCallEvents', 15, { resultCode: '0' }, { heldMs: 10_000 }),
    entry('getClickToCallEvents', 26, event(168101)),
    entry('checkClickToCallSupport', 27, '', refused(403, '')),
  ]

  it('is a contract of what comes after what', () => expect(contractOf('seen', seen)).toBe(
    `name: seen
about: What a client asked and saw.
steps:
  - { request: tokenByAkSk }
  - { request: applyToken }
  - { request: createClickToCall }
  - { request: getClickToCallEvents, event: queued }
  - { request: createClickToCall, resultCode: "7", atLeast: 2, atMost: 2 }
  - { request: getClickToCallEvents, event: none, atLeast: 0, atMost: 1000 }
  - { request: getClickToCallEvents, event: connected }
  - { request: checkClickToCallSupport, status: 403 }
`))

  it('is no contract where nothing was answered', () => expect(contractOf('seen', [invite])).toBeUndefined())

  it('is a pact in which all that differs stands once', () => {
    const refusedInvite = { ...invite, response: { status: 486, headers: [] } }
    const pact = JSON.parse(pactOf('a page', [...seen, refusedInvite])) as { interactions: { description: string }[] }

    expect(pact).toMatchObject({ consumer: { name: 'a page' }, provider: { name: 'CEC' } })
    expect(pact.interactions.map((i) => i.description)).toEqual([
      'tokenByAkSk 200', 'applyToken 200 0', 'createClickToCall 200 0', 'getClickToCallEvents 200 0 168102',
      'getClickToCallEvents 200 0', 'createClickToCall 200 7', 'getClickToCallEvents 200 0 168101',
      'checkClickToCallSupport 403',
    ])
  })

  it('is of as many customers as spoke', () => {
    expect(customersOf([...seen, entry('applyToken', 30, {}, { user: 'leo' })])).toEqual(['mia', 'leo'])
  })
})
