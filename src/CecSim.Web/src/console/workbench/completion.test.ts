import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { offersAt, placeAt, type Schema } from './completion'

const schema = JSON.parse(readFileSync('../../scenarios/scenario.schema.json', 'utf8')) as Schema

/** A text with | where one is. */
function at(marked: string): [string[], number, number] {
  const lines = marked.split('\n')
  const line = lines.findIndex((l) => l.includes('|'))
  const column = lines[line]!.indexOf('|')
  return [lines.map((l) => l.replace('|', '')), line, column]
}

function offered(marked: string): string[] {
  return offersAt(schema, ...at(marked)).map((o) => o.text)
}

describe('The place in a text', () => {
  it.each([
    ['|', [], false],
    ['profile: |', ['profile'], true],
    ['calls:\n  - |', ['calls', '[]'], false],
    ['calls:\n- |', ['calls', '[]'], false],
    ['calls:\n  - match: { userId: a }\n    |', ['calls', '[]'], false],
    ['calls:\n- match: { userId: a }\n  |', ['calls', '[]'], false],
    ['calls:\n  - script:\n      - queued\n      - |', ['calls', '[]', 'script', '[]'], false],
    ['calls:\n  - script: [queued, |', ['calls', '[]', 'script', '[]'], false],
    ['calls:\n  - match: { |', ['calls', '[]', 'match'], false],
    ['calls:\n  - match: { userId: a, media: |', ['calls', '[]', 'match', 'media'], true],
    ['calls:\n  - match: { userId: a }\n    script: |', ['calls', '[]', 'script'], true],
    ['space:\n  agents:\n    count: 3\n  # more\n\n  |', ['space'], false],
    ['faults:\n  - at: poll\n    inject:\n      delay: |', ['faults', '[]', 'inject', 'delay'], true],
    ['calls:\n  - script:\n      - repeat:\n          times: 2\n          steps:\n            - |',
      ['calls', '[]', 'script', '[]', 'repeat', 'steps', '[]'], false],
    ['name: x\nspace:\n  channels:\n    - id: "1"\nfa|', [], false],
  ])('%j is found', (marked, path, isValue) => {
    expect(placeAt(...at(marked))).toEqual({ path, isValue })
  })
})

describe('What may stand there', () => {
  it('at the beginning is each key of a scenario, with what it means', () => {
    expect(offered('|').sort()).toEqual(Object.keys(schema.properties!).sort())
    expect(offersAt(schema, [''], 0, 0).every((o) => o.isKey && o.about !== '')).toBe(true)
  })

  it('of a key with few words is these words', () => expect(offered('profile: |')).toEqual(['cec-2.5', 'cec-3.6']))

  it('in a script is each step, be it a word or a key', () => {
    const steps = offered('calls:\n  - script:\n      - |')
    expect(steps).toEqual(expect.arrayContaining(['queued', 'connected', 'released', 'wait', 'repeat']))
  })

  it('in a script of a step is the same', () => {
    expect(offered('calls:\n  - script:\n      - repeat:\n          steps:\n            - |'))
      .toEqual(expect.arrayContaining(['queued', 'wait']))
  })

  it('of a fault is what it can strike', () => {
    expect(offered('faults:\n  - at: |')).toEqual(expect.arrayContaining(['applyToken', 'getClickToCallEvents']))
    expect(offered('faults:\n  - inject: |')).toEqual(expect.arrayContaining(['connectionReset']))
  })

  it('of a switch is both', () => expect(offered('calls:\n  - anyway: |')).toEqual(['true', 'false']))

  it('below a key that there is not is nothing', () => expect(offered('nonsense:\n  |')).toEqual([]))
})
