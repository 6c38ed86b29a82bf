import { describe, expect, it } from 'vitest'
import type { HeldMessage } from '../../../../cecsim-js/src/contract.js'
import { changeOf, stageOf } from './change'

const answer: HeldMessage = {
  id: 'answer-1', stage: 'answer', operation: 'createClickToCall', since: '2026-01-05T09:00:00Z', headers: [],
  method: 'POST', target: '/x', status: 200,
  body: { text: '{"resultCode":"0"}', bytes: 18, cut: false },
}

const withBody = (stage: HeldMessage['stage'], text: string): HeldMessage =>
  ({ ...answer, stage, status: null, body: { text, bytes: text.length, cut: false } })

describe('what a message is let go with', () => {
  it('is nothing where nothing was changed', () => {
    expect(changeOf(answer, '200', '{"resultCode":"0"}')).toEqual({})
    expect(changeOf(withBody('request', '{"a":1}'), '', '')).toEqual({})
  })

  it('is what was changed alone', () => {
    expect(changeOf(answer, '200', '{"resultCode":"13"}')).toEqual({ body: '{"resultCode":"13"}' })
    expect(changeOf(answer, '503', '{"resultCode":"0"}')).toEqual({ status: 503 })
    expect(changeOf(withBody('invite', 'v=0'), '486', 'Lunch'))
      .toEqual({ status: 486, body: 'Lunch' })
  })

  it('may be an empty body', () => {
    expect(changeOf(answer, '204', '')).toEqual({ status: 204, body: '' })
  })
})

describe('a fault', () => {
  it('is a breakpoint by its word', () => {
    expect([{ pause: 'answer' }, { pause: 'request' }, 'pauseEvent', 'pauseInvite', 'hang', { status: 503 }, null]
      .map(stageOf)).toEqual(['answer', 'request', 'event', 'invite', undefined, undefined, undefined])
  })
})
