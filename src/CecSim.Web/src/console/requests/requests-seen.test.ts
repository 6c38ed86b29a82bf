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

describe('A request that was seen', () => {
  it.each<[JournalEntry, string]>([
    [entry('getClickToCallEvents', 1, event(168101)), '- connected'],
    [entry('getClickToCallEvents', 1, event(168110)), '- released'],
    [entry('getClickToCallEvents', 1, event(168999)), '- event: 168999'],
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

  it('is a pact in which all that differs stands once', () => {
    const pact = JSON.parse(pactOf('a page', seen)) as { interactions: { description: string }[] }

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
