/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { choices, places, valueOf, whens } from './schema'

describe('The form of faults', () => {
  it('has every place, condition and fault of the schema', () => {
    const schema = JSON.parse(readFileSync('../../scenarios/scenario.schema.json', 'utf8')).properties.faults.items
    expect(places).toEqual(schema.properties.at.enum)
    expect(whens).toEqual(['nth', 'every', 'first', 'probability', 'after', 'for'])
    const words = schema.properties.inject.anyOf.flatMap((i: { const?: string, properties?: object }) =>
      i.const ?? Object.keys(i.properties ?? {}))
    expect(choices.map((c) => c.name).sort()).toEqual(words.sort())
    expect(choices.every((c) => c.about !== '')).toBe(true)
  })

  it.each([['503', 503], ['0.5', 0.5], ['{"code":503}', { code: 503 }], ['5s', '5s'], ['', ''], ['true', true]])(
    'takes %j as %j', (text, value) => expect(valueOf(text)).toEqual(value))
})
