// The voice of the call: SIP over WebSocket by JsSIP, with what event 168101 says.
import JsSIP from 'jssip'

export class Phone {
  constructor(audio) {
    this.audio = audio
  }

  dial({ gwAddresses, domain, accessCode, clickToCallCaller }) {
    this.ua = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(gwAddresses[0])],
      uri: `sip:${clickToCallCaller}@${domain}`,
      register: false,
    })
    this.ua.once('connected', () => {
      this.session = this.ua.call(`sip:${accessCode}@${domain}`, {
        mediaConstraints: { audio: true, video: false },
        pcConfig: { iceServers: [] },
      })
      this.session.connection.addEventListener('track', ({ track }) => {
        this.audio.srcObject = new MediaStream([track])
        this.audio.play()
      })
    })
    this.ua.start()
  }

  hangUp() {
    this.ua?.stop()
  }
}
