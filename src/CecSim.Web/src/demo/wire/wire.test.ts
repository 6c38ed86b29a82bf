import { beforeEach, expect, it } from 'vitest'
import { sipLineOf, type Happening } from './happening'
import { entriesMax, WireLog } from './wire-log'
import { protocolOf, sentenceOf } from './wire-texts'
import { WireView } from './wire-view'

beforeEach(() => {
  document.body.innerHTML = '<ol id="wire"></ol><p id="dropped"></p>'
})

const invite = 'INVITE sip:1@a SIP/2.0\r\nCSeq: 2 INVITE\r\n\r\n'
  + 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendonly\r\n'

it.each([
  [invite, { method: 'INVITE', status: null, reason: '', direction: 'sendonly' }],
  [
    'SIP/2.0 180 Ringing\r\nCSeq: 1 INVITE\r\n\r\n',
    { method: 'INVITE', status: 180, reason: 'Ringing', direction: null },
  ],
  ['BYE sip:1@a SIP/2.0\r\nCSeq: 3 BYE\r\n\r\n', { method: 'BYE', status: null, reason: '', direction: null }],
  ['\r\n', null],
  ['SIP/2.0 200 OK\r\n\r\n', null],
])('reads %j', (message, line) => {
  expect(sipLineOf(message)).toEqual(line)
})

it.each<[Happening, string, string, string]>([
  [
    { kind: 'request', operation: 'createClickToCall', method: 'POST' }, 'HTTP',
    'POST createClickToCall: a call, please', 'POST createClickToCall：请求建立呼叫',
  ],
  [
    { kind: 'answer', operation: 'createClickToCall', status: 200, resultCode: '13', text: 'connect failed' }, 'HTTP',
    'createClickToCall answered 200, resultCode 13: connect failed',
    'createClickToCall 应答 200, resultCode 13：connect failed',
  ],
  [
    { kind: 'event', eventId: 168102, text: 'Call in queue' }, 'CEC',
    '168102 Call in queue: the call waits in the queue', '168102 Call in queue：呼叫正在排队',
  ],
  [
    { kind: 'event', eventId: 168199, text: '' }, 'CEC',
    '168199: an event that no document knows', '168199：文档中没有的事件',
  ],
  [
    { kind: 'sip', isSent: false, line: sipLineOf(invite)! }, 'SIP',
    'received INVITE: the call is put on hold', '已收到 INVITE：呼叫被保持',
  ],
  [
    { kind: 'sip', isSent: true, line: { method: 'INVITE', status: 200, reason: 'OK', direction: 'recvonly' } }, 'SIP',
    'sent 200 OK (INVITE): accepted; sound comes one way only', '已发送 200 OK (INVITE)：已接受；声音只接收',
  ],
  [
    { kind: 'sip', isSent: false, line: { method: 'INVITE', status: 499, reason: 'Odd', direction: null } }, 'SIP',
    'received 499 Odd (INVITE)', '已收到 499 Odd (INVITE)',
  ],
  [{ kind: 'ice', state: 'connected' }, 'ICE', 'connected: a way for the media is found', 'connected：已找到媒体通路'],
  [{ kind: 'dtls', state: 'odd' }, 'DTLS', 'odd', 'odd'],
])('tells of %j in words', (happening, protocol, english, chinese) => {
  expect(protocolOf(happening)).toBe(protocol)
  expect(sentenceOf(happening, 'en')).toBe(english)
  expect(sentenceOf(happening, 'zh')).toBe(chinese)
})

it('keeps the last of what happened, and counts what is gone', () => {
  const log = new WireLog()
  for (let i = 0; i < entriesMax + 7; i++) {
    log.add({ kind: 'event', eventId: i, text: '' })
  }

  expect(log.dropped).toBe(7)
  expect(log.entries).toHaveLength(entriesMax)
  expect(log.entries[0]!.happening).toEqual({ kind: 'event', eventId: 7, text: '' })
})

it('shows no more than that, the newest first, and nothing of it as HTML', () => {
  const [list, dropped] = [document.getElementById('wire')!, document.getElementById('dropped')!]
  const view = new WireView(list, dropped)
  expect(list.textContent).toBe('Nothing yet.')

  for (let i = 0; i <= entriesMax; i++) {
    view.tell({ kind: 'event', eventId: i, text: '<b>bold</b>' })
  }

  expect(list.childElementCount).toBe(entriesMax)
  expect(list.firstElementChild!.textContent).toContain(`${entriesMax} <b>bold</b>`)
  expect(list.querySelectorAll('span b')).toHaveLength(0)
  expect(dropped.textContent).toBe('1 older lines are no longer shown.')

  view.speak('zh')

  expect(list.childElementCount).toBe(entriesMax)
  expect(list.firstElementChild!.textContent).toContain('文档中没有的事件')
  expect(dropped.textContent).toBe('更早的 1 行不再显示。')
})
