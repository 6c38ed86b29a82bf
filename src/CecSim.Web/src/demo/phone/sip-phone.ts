// A phone in a page: SIP over WebSocket by JsSIP, one call at a time.
import { UA } from 'jssip'
import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession'
import type { RTCSessionEvent } from 'jssip/lib/UA'
import type { Tell } from '../wire/happening'
import { watchConnection, watchedSocket } from '../wire/watched'

export type CallState = 'none' | 'calling' | 'alerting' | 'ringing' | 'answering' | 'talking'
export type Registration = 'none' | 'connecting' | 'registered' | 'refused' | 'lost'

/** How the last call ended. */
export interface CallEnd {
  by: 'here' | 'there'
  /** Whether it never became a conversation. */
  isFailure: boolean
  /** JsSIP's word for it. */
  cause: string
  /** Of a refusal; null for none. */
  status: number | null
}

export interface Account {
  /** Where the WebSocket is. */
  url: string
  user: string
  domain: string
  /** Null for who does not register. */
  password: string | null
}

const keyMs = 120
const lastWordsMs = 2000

export class SipPhone {
  readonly #account: Account
  readonly #changed: () => void
  readonly #tell: Tell
  readonly #ua: UA
  #session: RTCSession | null = null
  #own: MediaStream | null = null
  #far: MediaStream | null = null
  #state: CallState = 'none'
  #registration: Registration = 'none'
  #end: CallEnd | null = null
  #isFinishing = false
  #wantsSelfAnswer = false
  #offersVideo = false

  /** @param changed told whenever anything of it is another */
  constructor(account: Account, changed: () => void, tell: Tell) {
    this.#account = account
    this.#changed = changed
    this.#tell = tell
    const registers = account.password !== null
    this.#ua = new UA({
      sockets: [watchedSocket(account.url, tell)],
      uri: `sip:${account.user}@${account.domain}`,
      register: registers,
      register_expires: 600,
      session_timers: false,
      ...(registers ? { password: account.password! } : {}),
    })
    const registration = (next: Registration) => () => {
      this.#registration = next
      changed()
    }
    if (registers) {
      this.#ua.on('connecting', registration('connecting'))
      this.#ua.on('registered', registration('registered'))
      this.#ua.on('registrationFailed', registration('refused'))
      this.#ua.on('unregistered', registration('none'))
    }
    this.#ua.on('disconnected', registration(registers ? 'lost' : 'none'))
    this.#ua.on('newRTCSession', ({ originator, session, request }: RTCSessionEvent) => {
      if ((originator as string) === 'remote') {
        this.#receive(session, request as { getHeader(name: string): string | undefined; body: string })
      }
    })
  }

  get state(): CallState { return this.#state }
  get registration(): Registration { return this.#registration }
  get end(): CallEnd | null { return this.#end }
  get own(): MediaStream | null { return this.#own }
  get far(): MediaStream | null { return this.#far }
  get peer(): string { return this.#session?.remote_identity.uri.user ?? '' }
  get isMuted(): boolean { return this.#session?.isMuted().audio ?? false }
  get holds(): boolean { return this.#session?.isOnHold().local ?? false }
  get isHeld(): boolean { return this.#session?.isOnHold().remote ?? false }
  /** Whether the caller asks that nobody need pick up. */
  get wantsSelfAnswer(): boolean { return this.#wantsSelfAnswer }
  get offersVideo(): boolean { return this.#offersVideo }

  start(): void {
    this.#ua.start()
  }

  /** Hangs up, and unregisters. */
  stop(): void {
    this.#ua.stop()
  }

  /** No call follows on the present one, whose BYE may still be on its way: by another way it has ended already. */
  finish(): void {
    this.#isFinishing = true
    if (this.#state === 'none') {
      this.stop()
    } else {
      setTimeout(() => this.stop(), lastWordsMs)
    }
  }

  /** @param own what the other side is to hear and see; it is stopped when the call ends */
  call(number: string, own: MediaStream, isVideo: boolean): void {
    this.#begin(own, 'calling')
    const invite = (): void => {
      const session = this.#ua.call(`sip:${number}@${this.#account.domain}`, {
        mediaStream: own,
        pcConfig: { iceServers: [] },
        rtcOfferConstraints: { offerToReceiveAudio: true, offerToReceiveVideo: isVideo },
        eventHandlers: { peerconnection: ({ peerconnection }) => this.#watch(peerconnection) },
      })
      this.#take(session)
    }
    if (this.#ua.isConnected()) {
      invite()
    } else {
      this.#ua.once('connected', invite)
      this.#ua.start()
    }
  }

  answer(own: MediaStream): void {
    if (this.#state !== 'ringing') {
      own.getTracks().forEach((track) => track.stop())
      return
    }
    this.#begin(own, 'answering')
    this.#session!.answer({ mediaStream: own, pcConfig: { iceServers: [] } })
  }

  /** Ends the call, or declines it. */
  hangUp(): void {
    if (this.#session) {
      this.#session.terminate(this.#state === 'ringing' ? { status_code: 486 } : {})
    } else if (this.#state !== 'none') {
      this.#ended({ by: 'here', isFailure: true, cause: 'Canceled', status: null })
    }
  }

  toggleMute(): void {
    if (this.isMuted) {
      this.#session!.unmute({ audio: true })
    } else {
      this.#session!.mute({ audio: true })
    }
    this.#changed()
  }

  toggleHold(): void {
    if (this.holds) {
      this.#session!.unhold({}, this.#changed)
    } else {
      this.#session!.hold({}, this.#changed)
    }
  }

  /** Presses a key of the keypad: RFC 4733, as telephone-event. */
  press(key: string): void {
    const sender = this.#session!.connection.getSenders().find((s) => s.dtmf)
    sender!.dtmf!.insertDTMF(sender!.dtmf!.toneBuffer + key, keyMs)
  }

  #begin(own: MediaStream, state: CallState): void {
    this.#own = own
    this.#end = null
    this.#state = state
    this.#changed()
  }

  #receive(session: RTCSession, invite: { getHeader(name: string): string | undefined; body: string }): void {
    if (this.#state !== 'none') {
      session.terminate({ status_code: 486 })
      return
    }
    this.#wantsSelfAnswer = /;\s*answer-after=0\b/.test(invite.getHeader('Call-Info') ?? '')
    this.#offersVideo = /^m=video [1-9]/m.test(invite.body)
    this.#end = null
    this.#take(session)
    session.on('peerconnection', ({ peerconnection }) => this.#watch(peerconnection))
    this.#state = 'ringing'
    this.#changed()
  }

  #take(session: RTCSession): void {
    this.#session = session
    session.on('progress', () => {
      if (this.#state === 'calling') {
        this.#state = 'alerting'
        this.#changed()
      }
    })
    session.on('accepted', () => {
      this.#state = 'talking'
      this.#changed()
    })
    session.on('hold', this.#changed)
    session.on('unhold', this.#changed)
    const over = (isFailure: boolean) => ({ originator, cause, message }: EndEvent) => this.#ended(
      { by: (originator as string) === 'local' ? 'here' : 'there', isFailure, cause, status: statusOf(message) })
    session.on('ended', over(false))
    session.on('failed', over(true))
  }

  #watch(connection: RTCPeerConnection): void {
    watchConnection(connection, this.#tell)
    this.#far = new MediaStream()
    connection.addEventListener('track', ({ track }) => {
      this.#far?.addTrack(track)
      this.#changed()
    })
  }

  #ended(end: CallEnd): void {
    this.#own?.getTracks().forEach((track) => track.stop())
    this.#own = null
    this.#far = null
    this.#session = null
    this.#state = 'none'
    this.#end = end
    this.#changed()
    if (this.#isFinishing) {
      this.stop()
    }
  }
}

function statusOf(message: unknown): number | null {
  const status = (message as { status_code?: unknown } | null)?.status_code
  return typeof status === 'number' ? status : null
}
