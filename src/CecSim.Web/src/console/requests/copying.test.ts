/// <reference types="node" />
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { legible, toAxios, toCurl, toPact } from './copying'
import { isWrong, matches } from './entry'

const body = '{"name":"it\'s $(exit 1) `x`"}'

const entry: JournalEntry = {
  id: 'demo-7', at: '2026-01-05T09:00:00Z', durationMs: 3, operation: 'applyToken', user: 'mia', basis: 'document',
  request: {
    method: 'POST', url: 'http://127.0.0.1:5080/apiaccess/ccmessaging/applyToken?a=1',
    headers: [
      { name: 'Host', value: '127.0.0.1:5080' }, { name: 'Authorization', value: 'Bearer ***' },
      { name: 'Sec-Fetch-Mode', value: 'cors' }, { name: 'Content-Type', value: 'application/json' },
    ],
    body: { text: body, bytes: body.length, cut: false },
  },
  response: {
    status: 200, resultCode: '0', headers: [{ name: 'Content-Type', value: 'application/json' }],
    body: { text: '{"resultCode":"0"}', bytes: 18, cut: false },
  },
  wrong: [], faults: [], ofFault: false, cutShort: false,
}

describe('A request of the journal', () => {
  it('is words of a shell that reach curl as they were sent', () => {
    const shown = `node -e 'console.log(JSON.stringify(process.argv.slice(1)))' --`
    const script = toCurl(entry, 'http://cec.example').replace(/^curl/, shown)
    const words: string[] = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' }))
    expect(words).toEqual([
      '-sS', '-X', 'POST', 'http://cec.example/apiaccess/ccmessaging/applyToken?a=1',
      '-H', 'Authorization: Bearer ***', '-H', 'Content-Type: application/json', '--data-raw', body,
    ])
  })

  it('is a call of axios', () => {
    const axios = (options: unknown) => options
    const sent = new Function('axios', `return ${toAxios(entry, '').replace('const answer = await ', '')}`)(axios)
    expect(sent).toMatchObject({ method: 'POST', data: JSON.parse(body), headers: { Authorization: 'Bearer ***' } })
    expect(sent.headers).not.toHaveProperty('Host')
  })

  it('is an interaction of a pact', () => {
    expect(JSON.parse(toPact(entry))).toMatchObject({
      description: 'applyToken',
      request: { method: 'POST', path: '/apiaccess/ccmessaging/applyToken', query: 'a=1', body: JSON.parse(body) },
      response: { status: 200, body: { resultCode: '0' } },
    })
  })

  it('without an answer is one all the same', () => {
    const { response: _, ...alone } = entry
    expect(JSON.parse(toPact(alone))).not.toHaveProperty('response')
  })

  it('is found by words of its row, in any order and case', () => {
    expect(matches(entry, 'MIA applytoken')).toBe(true)
    expect(matches(entry, '')).toBe(true)
    expect(matches(entry, 'mia poll')).toBe(false)
  })

  it('is wrong by its status, its mistakes, its faults or its end', () => {
    expect(isWrong(entry)).toBe(false)
    expect(isWrong({ ...entry, wrong: ['x'] })).toBe(true)
    expect(isWrong({ ...entry, faults: ['x'] })).toBe(true)
    expect(isWrong({ ...entry, cutShort: true })).toBe(true)
    expect(isWrong({ ...entry, response: { ...entry.response!, status: 403 } })).toBe(true)
  })
})

describe('A body', () => {
  it('has room where it is JSON, and stands as it is where it is not', () => {
    expect(legible('{"a":1}')).toBe('{\n  "a": 1\n}')
    expect(legible('{"a":')).toBe('{"a":')
    expect(legible('"text"')).toBe('"text"')
  })
})
