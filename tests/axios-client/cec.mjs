import axios from 'axios'

// A renewal that does not help is not tried for ever. The document names no limit; three is its only number.
const renewalsPerRequestMax = 3

/** The requests of chapters 2 and 5, as the document prints them, with the retry of chapter 6. */
export class Cec {
  renewals = 0
  #options
  #say
  #axios
  #headers

  constructor(options, say) {
    this.#options = options
    this.#say = say
    this.#axios = axios.create({
      // The server under test is on this machine or in this network; a proxy of the environment must not step in.
      proxy: false,
      ...options.axios
    })
  }

  /** Chapter 2: both tokens, and with them the common header fields of section 4.1. */
  async signIn() {
    const { base, appKey, appSecret, userId, channelId } = this.#options
    const fabric = await this.#request('tokenByAkSk', {
      method: 'post',
      url: base + '/apigovernance/api/oauth/tokenByAkSk',
      headers: { 'Content-Type': 'application/json', 'X-Token-Expire': 600 },
      data: { app_key: appKey, app_secret: appSecret }
    })
    const authorization = 'Bearer ' + required(fabric, 'tokenByAkSk', 'AccessToken')

    // The document prints the URL of 2.1 here again; the path is that of the interface it describes.
    const ccmessaging = await this.#request('applyToken', {
      method: 'post',
      url: base + '/apiaccess/ccmessaging/applyToken',
      headers: {
        'x-app-key': appKey,
        'Authorization': authorization,
        'Content-Type': 'application/json; charset=UTF-8'
      },
      data: { userId, userName: userId, channelId, locale: 'zh' }
    })
    expectSuccess(ccmessaging, 'applyToken')
    this.#headers = {
      'Content-Type': 'application/json',
      'x-app-key': appKey,
      'Authorization': authorization,
      'ccmessaging-token': required(ccmessaging, 'applyToken', 'token')
    }
  }

  connect() {
    return this.send('CONNECT', 'start')
  }

  async send(controlType, content) {
    const { userId, channelId } = this.#options
    const answer = await this.#requestSignedIn('send', {
      method: 'post',
      url: '/apiaccess/ccmessaging/send',
      data: {
        'channel': 'WEB',
        'content': content,
        'controlType': controlType,
        'from': userId,
        'mediaType': 'TEXT',
        'sourceType': 'CUSTOMER',
        'to': channelId
      }
    })
    expectSuccess(answer, 'send')
  }

  /** What there is to read in a text session. */
  async poll() {
    const { userId } = this.#options
    const answer = await this.#requestSignedIn(null, {
      method: 'get',
      url: '/apiaccess/ccmessaging/poll?receiverId=' + encodeURIComponent(userId) + '&channel=WEB',
      timeout: 60000
    })
    expectSuccess(answer, 'poll')
    return answer.downlinkMessages ?? []
  }

  /** A file of a text session, as the API reference takes it: in Base64. */
  async upload(fileType, base64) {
    const answer = await this.#requestSignedIn('uploadFileStream', {
      method: 'post',
      url: '/apiaccess/ccmessaging/uploadFileStream',
      data: { 'channel': 'WEB', fileType, 'fileStream': base64 }
    })
    return required(answer, 'uploadFileStream', 'objectKey')
  }

  async checkClickToCallSupport() {
    const answer = await this.#requestSignedIn('checkClickToCallSupport', {
      method: 'get',
      url: '/apiaccess/ccmessaging/v1/checkClickToCallSupport?channel=WEB'
    })
    expectSuccess(answer, 'checkClickToCallSupport')
    if (answer.webRTCSupported !== true || answer.clickToCallSupported !== true) {
      throw new Error('checkClickToCallSupport: not both true: ' + JSON.stringify(answer))
    }
  }

  async createClickToCall() {
    const answer = await this.#requestSignedIn('createClickToCall', {
      method: 'post',
      url: '/apiaccess/ccmessaging/v1/createClickToCall',
      data: { 'channel': 'WEB', 'mediaAbility': this.#options.mediaAbility }
    })
    expectSuccess(answer, 'createClickToCall')
  }

  /** The answer as it came: whether it is a success is for the caller's three attempts to judge. */
  getClickToCallEvents() {
    return this.#requestSignedIn(null, {
      method: 'get',
      url: '/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB',
      timeout: 60000
    })
  }

  async dropClickToCall() {
    const answer = await this.#requestSignedIn('dropClickToCall', {
      method: 'post',
      url: '/apiaccess/ccmessaging/v1/dropClickToCall',
      data: { 'channel': 'WEB' }
    })
    expectSuccess(answer, 'dropClickToCall')
  }

  // Chapter 6: re-initiate the two interfaces, update the headers, initiate the request again.
  async #requestSignedIn(step, config) {
    for (let renewed = 0; ; renewed++) {
      try {
        return await this.#request(step, { ...config, url: this.#options.base + config.url, headers: this.#headers })
      } catch (error) {
        const status = error.response?.status
        if ((status !== 403 && status !== 401) || renewed === renewalsPerRequestMax) {
          throw error
        }
        await this.signIn()
        this.renewals++
        this.#say({ step: 'renewed', after: status })
      }
    }
  }

  // A poll has no step of its own: what it brings is told instead.
  async #request(step, config) {
    const { status, data } = await this.#axios(config)
    if (step !== null) {
      this.#say({ step, status })
    }
    return data
  }
}

function expectSuccess(answer, operation) {
  if (answer.resultCode !== '0') {
    throw new Error(`${operation}: resultCode is not '0': ${JSON.stringify(answer)}`)
  }
}

function required(answer, operation, name) {
  if (typeof answer[name] !== 'string' || answer[name] === '') {
    throw new Error(`${operation}: no ${name}: ${JSON.stringify(answer)}`)
  }
  return answer[name]
}
