// The same call with SIP.js, which takes more words for it.
import { Inviter, SessionState, UserAgent } from 'sip.js'
import { offerPhones } from './page.mjs'
import { play } from './statistics.mjs'

class SipJsPhone {
  /** @returns the final status: 200 once media are connected, or that of the refusal */
  async call({ gwAddresses, domain, accessCode, clickToCallCaller }, video) {
    this.agent = new UserAgent({
      uri: UserAgent.makeURI(`sip:${clickToCallCaller}@${domain}`),
      transportOptions: { server: gwAddresses[0] },
      sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers: [] } },
      logBuiltinEnabled: false
    })
    await this.agent.start()
    this.session = new Inviter(this.agent, UserAgent.makeURI(`sip:${accessCode}@${domain}`), {
      sessionDescriptionHandlerOptions: { constraints: { audio: true, video } }
    })
    this.originator = 'remote'
    this.ended = new Promise(ended => this.session.stateChange.addListener(
      state => state === SessionState.Terminated && ended(this.originator)))
    return new Promise((done, failed) => {
      this.session.delegate = {
        onSessionDescriptionHandler: handler => this.#watch(handler.peerConnection, done, failed)
      }
      this.session.invite({ requestDelegate: { onReject: answer => done(answer.message.statusCode) } }).catch(failed)
    })
  }

  #watch(connection, done, failed) {
    this.connection = connection
    connection.addEventListener('track', e => play(e.track))
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'connected') done(200)
      if (connection.connectionState === 'failed') failed(new Error('ICE or DTLS failed'))
    })
  }

  async hangUp() {
    this.originator = 'local'
    await this.session.bye()
    return this.ended
  }

  hold() {
    return this.#reinvite(true)
  }

  unhold() {
    return this.#reinvite(false)
  }

  #reinvite(hold) {
    this.session.sessionDescriptionHandlerOptionsReInvite = { hold }
    return new Promise((done, failed) => this.session.invite({
      requestDelegate: {
        onAccept: () => done(),
        onReject: answer => failed(new Error(`re-INVITE: ${answer.message.statusCode}`))
      }
    }).catch(failed))
  }

  press(digits) {
    this.session.sessionDescriptionHandler.sendDtmf(digits, { duration: 100, interToneGap: 50 })
  }

  pressByInfo(digit) {
    return this.session.info({
      requestOptions: {
        body: {
          contentDisposition: 'render',
          contentType: 'application/dtmf-relay',
          content: `Signal=${digit}\r\nDuration=100`
        }
      }
    })
  }
}

offerPhones(SipJsPhone)
