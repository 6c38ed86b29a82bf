import axios from 'axios'

/** A page's requests, as chapters 2, 4 and 5 of the 2.5.0 voice and video guide print them. */
export class ClickToDial {
  #axios
  #headers

  constructor(base, { appKey, authorization, ccmessagingToken }) {
    // A proxy of the environment must not step in.
    this.#axios = axios.create({ baseURL: base, proxy: false, validateStatus: () => true })
    this.#headers = {
      'Content-Type': 'application/json',
      'x-app-key': appKey,
      ...(authorization && { 'Authorization': authorization }),
      ...(ccmessagingToken && { 'ccmessaging-token': ccmessagingToken })
    }
  }

  /** Section 2.1. */
  tokenByAkSk(appSecret) {
    return this.#axios.post(
      '/apigovernance/api/oauth/tokenByAkSk',
      { app_key: this.#headers['x-app-key'], app_secret: appSecret },
      { headers: { 'Content-Type': 'application/json', 'X-Token-Expire': '600' } })
  }

  /** Section 2.2; the path is that of the Chinese edition. */
  applyToken(userId, userName, channelId) {
    return this.#post('applyToken', { userId, userName, channelId, locale: 'zh' })
  }

  /** Section 4: the text session that may come before a call. */
  connect(userId, channelId) {
    return this.#post('send', {
      channel: 'WEB',
      content: 'start',
      controlType: 'CONNECT',
      from: userId,
      mediaType: 'TEXT',
      sourceType: 'CUSTOMER',
      to: channelId
    })
  }

  /** Chapter 5, steps 2 to 5. */
  checkClickToCallSupport() {
    return this.#get('v1/checkClickToCallSupport')
  }

  createClickToCall(mediaAbility) {
    return this.#post('v1/createClickToCall', { channel: 'WEB', mediaAbility })
  }

  getClickToCallEvents() {
    return this.#get('v1/getClickToCallEvents', { timeout: 60_000 })
  }

  dropClickToCall() {
    return this.#post('v1/dropClickToCall', { channel: 'WEB' })
  }

  #get(path, options) {
    return this.#axios.get(
      `/apiaccess/ccmessaging/${path}?channel=WEB`, { headers: this.#headers, ...options })
  }

  #post(path, body) {
    return this.#axios.post(`/apiaccess/ccmessaging/${path}`, body, { headers: this.#headers })
  }
}
