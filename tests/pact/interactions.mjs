import { MatchersV3 } from '@pact-foundation/pact'

const { equal, eachLike, fromProviderState, integer, like, regex } = MatchersV3

export const known = {
  appKey: 'cecsim-demo-key',
  appSecret: 'cecsim-demo-secret',
  authorization: 'Bearer zzzz',
  ccmessagingToken: 'eyJjcmVhdGVUaW1lIn0%3D',
  userId: 'u1',
  userName: 'Ann',
  channelId: '202403010000000001'
}

const given = name => fromProviderState('${' + name + '}', known[name])
const fabric = { 'x-app-key': given('appKey'), 'Authorization': given('authorization') }
const signedIn = { ...fabric, 'ccmessaging-token': given('ccmessagingToken') }
const result = (code, rest = {}) => ({ status: 200, body: { resultCode: equal(code), ...rest } })
const expired = { status: 403, body: { errorCode: like('0'), exceptionInfo: like('auth fail!') } }
const user = { userId: known.userId }

const post = (path, body, headers = signedIn) =>
  ({ method: 'POST', path: '/apiaccess/ccmessaging/' + path, headers, body })
const get = path =>
  ({ method: 'GET', path: '/apiaccess/ccmessaging/' + path, headers: signedIn, query: { channel: 'WEB' } })

const check = get('v1/checkClickToCallSupport')
const create = post('v1/createClickToCall', { channel: 'WEB', mediaAbility: regex('^[01]$', '0') })
const poll = get('v1/getClickToCallEvents')
const cause = { causeId: integer(-1), causeDesc: like('xxxx') }

function event(word, eventId, resultDesc, content) {
  return {
    uponReceiving: `a poll while ${word} is waiting`,
    given: ['an event is waiting', { ...user, event: word }],
    request: poll,
    response: result('0', { resultDesc: equal(resultDesc), eventId: equal(eventId), ...(content && { content }) }),
    ask: page => page.getClickToCallEvents(),
    // The guide's code compares with three equals signs.
    holds: ({ data }) => data.eventId === eventId
  }
}

/** What the page needs of CEC, and how it asks. */
export const interactions = [
  {
    uponReceiving: 'tokenByAkSk',
    given: ['a tenant exists'],
    request: {
      method: 'POST',
      path: '/apigovernance/api/oauth/tokenByAkSk',
      headers: { 'X-Token-Expire': '600' },
      body: { app_key: given('appKey'), app_secret: given('appSecret') }
    },
    response: {
      status: 200,
      body: {
        AccessToken: like('zzzz'),
        CreateTime: regex('^[0-9]+$', '1545650171'),
        Expires: regex('^[0-9]+$', '600'),
        Scope: like('46fb027c8b4f1541e459cadea096495a'),
        AppKey: like(known.appKey),
        UserID: like('Anonymous')
      }
    },
    ask: page => page.tokenByAkSk(known.appSecret),
    holds: ({ data }) => typeof data.AccessToken === 'string'
  },
  {
    uponReceiving: 'applyToken',
    given: ['an access token was issued', user],
    request: post('applyToken', {
      userId: given('userId'),
      userName: like(known.userName),
      channelId: given('channelId'),
      locale: regex('^(zh|en)$', 'zh')
    }, fabric),
    response: result('0', { token: like(known.ccmessagingToken) }),
    ask: page => page.applyToken(known.userId, known.userName, known.channelId),
    holds: ({ data }) => data.resultCode === '0' && data.token.length > 0
  },
  {
    uponReceiving: 'send with CONNECT',
    given: ['a text session is with an agent', user],
    request: post('send', {
      channel: 'WEB',
      content: like('start'),
      controlType: 'CONNECT',
      from: given('userId'),
      mediaType: 'TEXT',
      sourceType: 'CUSTOMER',
      to: given('channelId')
    }),
    response: result('0', { resultDesc: like('') }),
    ask: page => page.connect(known.userId, known.channelId),
    holds: ({ data }) => data.resultCode === '0'
  },
  {
    uponReceiving: 'checkClickToCallSupport',
    given: ['a user is signed in', user],
    request: check,
    response: result('0', { resultDesc: like(''), webRTCSupported: like(true), clickToCallSupported: like(true) }),
    ask: page => page.checkClickToCallSupport(),
    holds: ({ data }) => data.webRTCSupported === true && data.clickToCallSupported === true
  },
  {
    uponReceiving: 'checkClickToCallSupport with an expired AccessToken',
    given: ['the access token has expired', user],
    request: check,
    response: expired,
    ask: page => page.checkClickToCallSupport(),
    holds: ({ status, data }) => status === 403 && data.exceptionInfo !== undefined
  },
  {
    uponReceiving: 'createClickToCall',
    given: ['a user is signed in', user],
    also: ['an agent is free'],
    request: create,
    response: result('0', { resultDesc: like('') }),
    ask: page => page.createClickToCall('0'),
    holds: ({ data }) => data.resultCode === '0'
  },
  {
    uponReceiving: 'createClickToCall that fails',
    given: ['a user is signed in', user],
    also: ['no agent is signed in'],
    request: create,
    response: { status: 200, body: { resultCode: regex('^[1-9][0-9]*$', '13') } },
    ask: page => page.createClickToCall('0'),
    holds: ({ data }) => data.resultCode !== '0'
  },
  event('queued', 168102, 'Call in queue'),
  event('connected', 168101, 'Call connected', {
    domain: like('xxx'),
    gwAddresses: eachLike('xx1'),
    accessCode: like('179080000537636'),
    clickToCallCaller: like('AnonymousCard')
  }),
  event('transferred', 168106, 'Call transfered'),
  event('released', 168110, 'Call disconnected', cause),
  event('queueTimeout', 168103, 'Call queue timeout', cause),
  event('failed', 168105, 'Call failed', cause),
  {
    uponReceiving: 'a poll while nothing is waiting',
    given: ['no event is waiting', user],
    request: poll,
    response: result('0', { resultDesc: equal('ClickToCall polled without any events') }),
    ask: page => page.getClickToCallEvents(),
    holds: ({ data }) => data.resultCode === '0' && data.eventId === undefined
  },
  {
    uponReceiving: 'a poll with an expired AccessToken',
    given: ['the access token has expired', user],
    request: poll,
    response: expired,
    ask: page => page.getClickToCallEvents(),
    holds: ({ status }) => status === 403
  },
  {
    uponReceiving: 'dropClickToCall',
    given: ['a call is connected', user],
    request: post('v1/dropClickToCall', { channel: 'WEB' }),
    response: result('0', { resultDesc: like('') }),
    ask: page => page.dropClickToCall(),
    holds: ({ data }) => data.resultCode === '0'
  }
]
