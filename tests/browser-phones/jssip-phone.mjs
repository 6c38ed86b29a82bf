// A call with JsSIP as a page of a CEC customer makes it: without registering, with the content of event 168101.
import JsSIP from 'jssip'
import { offerPhones } from './page.mjs'
import { play } from './statistics.mjs'

class JsSipPhone {
  /** @returns the final status: 200 once media are connected, or that of the refusal */
  call({ gwAddresses, domain, accessCode, clickToCallCaller }, video) {
    this.ua = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(gwAddresses[0])],
      uri: `sip:${clickToCallCaller}@${domain}`,
      register: false
    })
    return new Promise((done, failed) => {
      this.ua.once('connected', () => {
        this.ended = new Promise(ended => {
          // Without STUN servers: JsSIP waits for all candidates, and the gateway is on this machine.
          this.session = this.ua.call(`sip:${accessCode}@${domain}`, {
            mediaConstraints: { audio: true, video },
            pcConfig: { iceServers: [] },
            eventHandlers: {
              peerconnection: ({ peerconnection }) => this.#watch(peerconnection, done, failed),
              failed: e => done(e.message?.status_code ?? failed(new Error(e.cause))),
              ended: e => ended(e.originator)
            }
          })
        })
      })
      this.ua.start()
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

  hangUp() {
    this.session.terminate()
    return this.ended
  }

  hold() {
    return this.#whenAnswered(done => this.session.hold({}, done))
  }

  unhold() {
    return this.#whenAnswered(done => this.session.unhold({}, done))
  }

  // The callback comes with the answer to the re-INVITE.
  async #whenAnswered(begin) {
    await new Promise((done, failed) => begin(done) || failed(new Error('JsSIP is not ready for this')))
  }

  press(digits) {
    this.session.sendDTMF(digits, { transportType: 'RFC2833', duration: 100, interToneGap: 50 })
  }

  pressByInfo(digit) {
    this.session.sendDTMF(digit, { transportType: 'INFO' })
  }
}

offerPhones(JsSipPhone)
