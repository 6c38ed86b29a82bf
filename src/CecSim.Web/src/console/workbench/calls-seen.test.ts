import { describe, expect, it } from 'vitest'
import type { CallDetails } from '../../../../cecsim-js/src/contract.js'
import { callsMax, scenarioOf } from './calls-seen'

const at = (time: string) => `2026-01-05T09:00:${time}+00:00`

function call(userId: string, ...events: Partial<CallDetails['events'][number]>[]): CallDetails {
  return {
    id: 1, state: 'ended', userId, channelId: '1', media: 'voice', accessCode: '1', created: at('00'),
    events: events.map((e, i) => ({ number: i + 1, eventId: 168102, name: 'queued', at: at('00'), ...e })),
  }
}

describe('A scenario of calls that were seen', () => {
  it('has a rule for each, with its events in their time', () => {
    expect(scenarioOf('seen', [
      call('mia', { name: 'queued' }, { name: 'connected', at: at('02.5') }),
      call('leo', { name: 'failed', causeId: 7, causeDesc: 'no "agent"' }),
    ])).toBe([
      'name: seen',
      'about: What 2 calls of a space saw.',
      'calls:',
      '  - match: { userId: "mia" }',
      '    script:',
      '      - queued',
      '      - wait: 2500ms',
      '      - connected',
      '  - match: { userId: "leo" }',
      '    script:',
      '      - failed: { causeId: 7, causeDesc: "no \\"agent\\"" }',
      '',
    ].join('\n'))
  })

  it('tells calls of one customer by their number', () => {
    const text = scenarioOf('seen', [call('mia', {}), call('leo', {}), call('mia', { name: 'released' })])
    expect(text).toContain('{ userId: "mia", nth: 1 }')
    expect(text).toContain('{ userId: "mia", nth: 2 }\n    anyway: true\n')
    expect(text).toContain('{ userId: "leo" }')
  })

  it('has no more than a person reads, and none that nothing was told of', () => {
    const text = scenarioOf('seen', [call('none'), ...Array.from({ length: 50 }, (_, i) => call(`u${i}`, {}))])
    expect(text.match(/match:/g)).toHaveLength(callsMax)
    expect(text).not.toContain('none')
    expect(scenarioOf('seen', [])).not.toContain('calls:')
  })
})
