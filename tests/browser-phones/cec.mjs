// What a page asks of CEC's API: the three common headers, a call, its events.
const messaging = '/apiaccess/ccmessaging'
let headers = { 'Content-Type': 'application/json' }

async function ask(path, body) {
  const answer = await fetch(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  return answer.json()
}

/** Fetches both tokens. @returns the headers that carry them, for whoever else asks about this customer */
export async function signIn({ appKey, appSecret, channelId }) {
  const fabric = await ask('/apigovernance/api/oauth/tokenByAkSk', { app_key: appKey, app_secret: appSecret })
  headers = { ...headers, 'x-app-key': appKey, Authorization: `Bearer ${fabric.AccessToken}` }
  const customer = { userId: 'u1', userName: 'Ann', channelId, locale: 'en' }
  const { token } = await ask(`${messaging}/applyToken`, customer)
  headers = { ...headers, 'ccmessaging-token': token }
  return headers
}

/** @returns the content of event 168101: where to call, and as whom */
export async function createClickToCall(mediaAbility) {
  const created = await ask(`${messaging}/v1/createClickToCall`, { channel: 'WEB', mediaAbility })
  if (created.resultCode !== '0') {
    throw new Error(`createClickToCall refused: ${JSON.stringify(created)}`)
  }
  return (await eventOf(168101)).content
}

/** Polls until an event is the one wanted. */
export async function eventOf(eventId) {
  for (;;) {
    const event = await ask(`${messaging}/v1/getClickToCallEvents?channel=WEB`)
    if (event.eventId === eventId) {
      return event
    }
    if (event.eventId !== undefined && event.eventId !== 168102) {
      throw new Error(`Waiting for ${eventId}, ${event.eventId} came: ${JSON.stringify(event)}`)
    }
  }
}

export function dropClickToCall() {
  return ask(`${messaging}/v1/dropClickToCall`, { channel: 'WEB' })
}
