// A customer's call at CEC: both tokens, the call, and its events by long polls.
import axios from 'axios'

export const events = {
  168101: 'connected', 168102: 'queued', 168103: 'queueTimeout', 168105: 'failed', 168106: 'transferred',
  168110: 'released',
}

const last = ['queueTimeout', 'failed', 'released']

export class Cec {
  /**
   * @param backend gives { appKey, accessToken, channelId }: it keeps the secret, which is not for pages to know
   * @param baseURL where CEC is; the page's own server passes requests on
   */
  constructor(backend, baseURL = '') {
    this.backend = backend
    this.http = axios.create({ baseURL })
  }

  async signIn(userId) {
    const { appKey, accessToken, channelId } = await this.backend()
    this.userId = userId
    this.headers = { 'x-app-key': appKey, Authorization: `Bearer ${accessToken}` }
    const { data } = await this.http.post(
      '/apiaccess/ccmessaging/applyToken', { userId, userName: userId, channelId, locale: 'en' },
      { headers: this.headers })
    this.headers['ccmessaging-token'] = data.token
  }

  async call() {
    const answer = await this.send('post', 'createClickToCall', { channel: 'WEB', mediaAbility: '0' })
    if (answer.resultCode !== '0') {
      throw new Error(answer.resultDesc)
    }
  }

  /** The events of the call up to its last, one poll at a time. */
  async * events() {
    for (;;) {
      const answer = await this.send('get', 'getClickToCallEvents')
      const name = events[answer.eventId]
      if (name) {
        yield { name, text: answer.resultDesc, content: answer.content }
      }

      if (last.includes(name)) {
        return
      }
    }
  }

  drop() {
    return this.send('post', 'dropClickToCall', { channel: 'WEB' })
  }

  // A token may die at any time: both are taken anew, once for each request. A poll that a gateway broke is asked again.
  async send(method, operation, data) {
    for (let attempt = 1; ; attempt++) {
      try {
        const params = method === 'get' ? { channel: 'WEB' } : undefined
        const url = `/apiaccess/ccmessaging/v1/${operation}`
        return (await this.http.request({ method, url, params, data, headers: this.headers })).data
      } catch (error) {
        const status = error.response?.status
        if (attempt === 3 || (method !== 'get' && status !== 401 && status !== 403)) {
          throw error
        }

        if (status === 401 || status === 403) {
          await this.signIn(this.userId)
        }
      }
    }
  }
}
