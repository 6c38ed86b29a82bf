// A customer at CEC: both tokens, the call and its events, the text session and its messages.
import type { Tell } from '../wire/happening'
import { Refused, type Asking, type Json } from './asking'
import type { Access, BackEnd } from './back-end'

const messaging = '/apiaccess/ccmessaging'
const lastEvents = [168103, 168105, 168110]
const attemptsMax = 3
const pauseMs = 1000

/** Where event 168101 says that the call is. */
export interface Place {
  domain: string
  gwAddresses: string[]
  accessCode: string
  clickToCallCaller: string
}

export interface CallEvent {
  eventId: number
  content: Json
}

export interface Downlink {
  controlType: string
  sourceType: string
  senderNickname: string
  content: string
}

export class Customer {
  readonly #asking: Asking
  readonly #backEnd: BackEnd
  readonly #tell: Tell
  readonly #userId = `customer-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`.slice(0, 32)
  #access: Access | null = null
  #token = ''
  userName = ''

  constructor(asking: Asking, backEnd: BackEnd, tell: Tell) {
    this.#asking = asking
    this.#backEnd = backEnd
    this.#tell = tell
  }

  /** Whether the space's time stands still. */
  get isStopped(): boolean {
    return this.#access?.space.isStopped ?? false
  }

  async signIn(): Promise<void> {
    this.#access = await this.#backEnd.signIn()
    const { answer } = await this.#asking.ask({
      operation: 'applyToken',
      path: `${messaging}/applyToken`,
      headers: this.#access.headers,
      body: {
        userId: this.#userId,
        userName: this.userName,
        channelId: this.#access.space.channelId,
        locale: document.documentElement.lang || 'en',
      },
    })
    this.#token = String(answer.token)
  }

  checkClickToCallSupport(): Promise<Json> {
    return this.#send('checkClickToCallSupport', '/v1/checkClickToCallSupport?channel=WEB')
  }

  createClickToCall(isVideo: boolean): Promise<Json> {
    const body = { channel: 'WEB', mediaAbility: isVideo ? '1' : '0' }
    return this.#send('createClickToCall', '/v1/createClickToCall', body)
  }

  dropClickToCall(): Promise<Json> {
    return this.#send('dropClickToCall', '/v1/dropClickToCall', { channel: 'WEB' })
  }

  /** The events of the call up to its last, one poll at a time. */
  async * events(): AsyncGenerator<CallEvent> {
    for (;;) {
      const answer = await this.#send('getClickToCallEvents', '/v1/getClickToCallEvents?channel=WEB')
      const { eventId } = answer
      if (typeof eventId !== 'number') {
        continue
      }
      this.#tell({ kind: 'event', eventId, text: String(answer.resultDesc ?? '').slice(0, 100) })
      yield { eventId, content: (answer.content ?? {}) as Json }
      if (lastEvents.includes(eventId)) {
        return
      }
    }
  }

  /** @param controlType CONNECT, CHAT or DISCONNECT */
  send(controlType: string, content: string): Promise<Json> {
    return this.#send('send', '/send', {
      channel: 'WEB',
      controlType,
      content,
      from: this.#userId,
      to: this.#access!.space.channelId,
      mediaType: 'TEXT',
      sourceType: 'CUSTOMER',
      senderNickname: this.userName,
    })
  }

  /** What comes to the customer, until the text session has ended. */
  async * messages(): AsyncGenerator<Downlink> {
    for (;;) {
      const answer = await this.#send('poll', `/poll?receiverId=${this.#userId}&channel=WEB`)
      if (answer.resultCode !== '0') {
        return
      }
      for (const message of (answer.downlinkMessages ?? []) as Downlink[]) {
        this.#tell({ kind: 'downlink', sourceType: message.sourceType, controlType: message.controlType })
        yield message
        if (message.controlType === 'DISCONNECT') {
          return
        }
      }
    }
  }

  // A token may die at any time: both are taken anew. A request that only asks is asked again.
  async #send(operation: string, path: string, body: unknown = null): Promise<Json> {
    for (let attempt = 1; ; attempt++) {
      try {
        const headers = { ...this.#access!.headers, 'ccmessaging-token': this.#token }
        const { answer, headers: told } = await this.#asking.ask({ operation, path: messaging + path, headers, body })
        // During a session CEC renews it so.
        this.#token = told.get('ccmessaging-token') ?? this.#token
        return answer
      } catch (error) {
        const status = error instanceof Refused ? error.status : -1
        const isRefused = status === 401 || status === 403
        if (status < 0 || attempt === attemptsMax || (body !== null && !isRefused)) {
          throw error
        }
        await (isRefused ? this.signIn() : new Promise((next) => setTimeout(next, pauseMs)))
      }
    }
  }
}
