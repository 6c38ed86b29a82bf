import type { Language } from '../../messages/language'
import type { Happening, SipLine } from './happening'

interface WireTexts {
  nothing: string
  /** {} is the number. */
  dropped: string
  asks: Record<string, string>
  /** {} is the status. */
  answered: string
  unanswered: string
  events: Record<number, string>
  eventOther: string
  downlink: Record<string, string>
  socket: Record<string, string>
  sent: string
  received: string
  requests: Record<string, string>
  statuses: Record<string, string>
  directions: Record<string, string>
  ice: Record<string, string>
  dtls: Record<string, string>
}

export const wireTexts: Record<Language, WireTexts> = {
  en: {
    nothing: 'Nothing yet.',
    dropped: '{} older lines are no longer shown.',
    asks: {
      spaces: 'your own back end looks up its app_key and app_secret; here, the control API tells them',
      tokenByAkSk: 'your own back end gets an access token for app_key and app_secret',
      applyToken: 'a ccmessaging-token for this customer',
      checkClickToCallSupport: 'whether tenant and channel have click-to-dial',
      createClickToCall: 'a call, please',
      getClickToCallEvents: 'is there an event of the call? The server holds this until there is one',
      dropClickToCall: 'the call shall end',
      send: 'a text message, or the begin or the end of the session',
      poll: 'is there a message? The server holds this until there is one',
      queryAgentInfo: 'which softphone accounts do the agents have?',
    },
    answered: 'answered {}',
    unanswered: 'no answer came',
    events: {
      168101: 'an agent is there: call accessCode at the gateway now',
      168102: 'the call waits in the queue',
      168103: 'the queue has given up; this is the last event',
      168105: 'the call has failed; this is the last event',
      168106: 'the call is passed on to somebody else',
      168110: 'the call was released; this is the last event',
    },
    eventOther: 'an event that no document knows',
    downlink: {
      CHAT: 'a message for the customer',
      DISCONNECT: 'the text session has ended',
      READ: 'the message was read',
    },
    socket: { open: 'the WebSocket to the gateway is open', closed: 'the WebSocket to the gateway is closed' },
    sent: 'sent',
    received: 'received',
    requests: {
      REGISTER: 'this is where my phone is',
      INVITE: 'a call, with an offer of sound and picture',
      'INVITE sendonly': 'the call is put on hold',
      'INVITE inactive': 'the call is put on hold',
      ACK: 'the answer has arrived',
      BYE: 'the call is over',
      CANCEL: 'no answer is wanted any more',
      INFO: 'a key was pressed',
      OPTIONS: 'are you there?',
      UPDATE: 'the session goes on',
    },
    statuses: {
      100: 'it is being tried',
      180: 'it rings',
      183: 'it goes on',
      200: 'accepted',
      401: 'who are you? The next request carries the proof',
      403: 'refused',
      404: 'nobody has this number',
      480: 'nobody can be reached',
      481: 'there is no such call',
      486: 'busy',
      487: 'taken back before it was answered',
      488: 'these media are not possible',
      503: 'not possible now',
      603: 'declined',
    },
    directions: {
      sendonly: 'sound goes one way only',
      recvonly: 'sound comes one way only',
      inactive: 'no sound either way',
    },
    ice: {
      checking: 'a way for the media is looked for',
      connected: 'a way for the media is found',
      completed: 'the way for the media is settled',
      disconnected: 'nothing comes any more; it may come back',
      failed: 'no way for the media was found',
      closed: 'the way for the media is given up',
    },
    dtls: {
      new: 'not begun',
      connecting: 'keys are being agreed',
      connected: 'keys are agreed: sound and picture are encrypted',
      failed: 'keys could not be agreed',
      closed: 'the encrypted connection is over',
    },
  },
  zh: {
    nothing: '尚无内容。',
    dropped: '更早的 {} 行不再显示。',
    asks: {
      spaces: '您自己的后端查找 app_key 和 app_secret；这里由控制 API 提供',
      tokenByAkSk: '您自己的后端用 app_key 和 app_secret 获取访问令牌',
      applyToken: '为该客户申请 ccmessaging-token',
      checkClickToCallSupport: '租户和渠道是否支持点击通话',
      createClickToCall: '请求建立呼叫',
      getClickToCallEvents: '呼叫有事件吗？服务器保持此请求直到有事件',
      dropClickToCall: '请求结束呼叫',
      send: '文本消息，或会话的开始或结束',
      poll: '有消息吗？服务器保持此请求直到有消息',
      queryAgentInfo: '座席有哪些软电话账号？',
    },
    answered: '应答 {}',
    unanswered: '没有应答',
    events: {
      168101: '座席已就位：现在向网关呼叫 accessCode',
      168102: '呼叫正在排队',
      168103: '排队超时；这是最后一个事件',
      168105: '呼叫失败；这是最后一个事件',
      168106: '呼叫被转给他人',
      168110: '呼叫已释放；这是最后一个事件',
    },
    eventOther: '文档中没有的事件',
    downlink: { CHAT: '发给客户的消息', DISCONNECT: '文本会话已结束', READ: '消息已读' },
    socket: { open: '到网关的 WebSocket 已打开', closed: '到网关的 WebSocket 已关闭' },
    sent: '已发送',
    received: '已收到',
    requests: {
      REGISTER: '登记我的话机位置',
      INVITE: '一次呼叫，附带声音和画面的提议',
      'INVITE sendonly': '呼叫被保持',
      'INVITE inactive': '呼叫被保持',
      ACK: '应答已到达',
      BYE: '呼叫结束',
      CANCEL: '不再需要应答',
      INFO: '按下了一个键',
      OPTIONS: '您在吗？',
      UPDATE: '会话继续',
    },
    statuses: {
      100: '正在尝试',
      180: '正在振铃',
      183: '正在进行',
      200: '已接受',
      401: '您是谁？下一个请求会带上证明',
      403: '被拒绝',
      404: '没有此号码',
      480: '无人可接通',
      481: '没有此呼叫',
      486: '忙',
      487: '在应答之前已取消',
      488: '无法使用这些媒体',
      503: '现在不可用',
      603: '已拒接',
    },
    directions: { sendonly: '声音只发送', recvonly: '声音只接收', inactive: '没有声音' },
    ice: {
      checking: '正在寻找媒体通路',
      connected: '已找到媒体通路',
      completed: '媒体通路已确定',
      disconnected: '暂时收不到任何内容，可能会恢复',
      failed: '没有找到媒体通路',
      closed: '媒体通路已放弃',
    },
    dtls: {
      new: '尚未开始',
      connecting: '正在协商密钥',
      connected: '密钥已协商：声音和画面已加密',
      failed: '密钥协商失败',
      closed: '加密连接已结束',
    },
  },
}

/** Which protocol it belongs to; names have no language. */
export function protocolOf({ kind }: Happening): string {
  switch (kind) {
    case 'request': case 'answer': case 'unanswered': return 'HTTP'
    case 'event': case 'downlink': return 'CEC'
    case 'socket': return 'WS'
    case 'sip': return 'SIP'
    case 'ice': return 'ICE'
    case 'dtls': return 'DTLS'
  }
}

export function sentenceOf(happening: Happening, language: Language): string {
  const texts = wireTexts[language]
  const [what, ...meanings] = partsOf(happening, texts)
  const known = meanings.filter(Boolean)
  return known.length === 0 ? what : language === 'zh'
    ? `${what}：${known.join('；')}`
    : `${what}: ${known.join('; ')}`
}

/** What it is, and what that means as far as it is known. */
function partsOf(happening: Happening, texts: WireTexts): [string, ...(string | undefined)[]] {
  switch (happening.kind) {
    case 'request':
      return [`${happening.method} ${happening.operation}`, texts.asks[happening.operation]]
    case 'answer': {
      const code = happening.resultCode === undefined ? '' : `, resultCode ${happening.resultCode}`
      const answered = texts.answered.replace('{}', () => `${happening.status}${code}`)
      return [`${happening.operation} ${answered}`, happening.text]
    }
    case 'unanswered':
      return [happening.operation, texts.unanswered]
    case 'event':
      return [`${happening.eventId} ${happening.text}`.trim(), texts.events[happening.eventId] ?? texts.eventOther]
    case 'downlink':
      return [`${happening.controlType} (${happening.sourceType})`, texts.downlink[happening.controlType]]
    case 'socket':
      return [texts.socket[happening.state]!]
    case 'sip':
      return partsOfSip(happening.line, happening.isSent ? texts.sent : texts.received, texts)
    case 'ice':
      return [happening.state, texts.ice[happening.state]]
    case 'dtls':
      return [happening.state, texts.dtls[happening.state]]
  }
}

function partsOfSip(
  { method, status, reason, direction }: SipLine, way: string, texts: WireTexts,
): [string, ...(string | undefined)[]] {
  return status === null
    ? [`${way} ${method}`, texts.requests[`${method} ${direction}`] ?? texts.requests[method]]
    : [`${way} ${status} ${reason} (${method})`, texts.statuses[status], texts.directions[direction ?? '']]
}
