import { expect, it } from 'vitest'
import { en, textsFor, zh } from './texts'

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts)
    .flatMap(([key, text]) => (typeof text === 'object' ? keysOf(text as object, `${path}${key}.`) : `${path}${key}`))
    .sort()
}

function valuesOf(texts: object): string[] {
  return Object.values(texts).flatMap((text) => (typeof text === 'object' ? valuesOf(text as object) : String(text)))
}

it('says everything in both languages', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
  expect([...valuesOf(zh), ...valuesOf(en)].filter((text) => text.trim() === '')).toEqual([])
})

it.each(['zh', 'zh-CN', 'zh-Hant-TW', 'ZH'])('speaks Chinese to %s', (lang) => expect(textsFor(lang)).toBe(zh))

it.each(['en', 'de-DE', 'zhx', ''])('speaks English to %j', (lang) => expect(textsFor(lang)).toBe(en))
