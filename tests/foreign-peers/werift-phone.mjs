// werift, a WebRTC stack in TypeScript: its own ICE, DTLS and SRTP. It has no codecs: its echo is known by its bytes.
import {
  MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket
} from 'werift'
import { takeCommands, until } from './commands.mjs'
import { SipCall } from './sip-call.mjs'

const payloadType = 96
const frameMs = 20
const samplesPerFrame = 960

class WeriftPhone {
  #connection = new RTCPeerConnection({
    codecs: {
      audio: [new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48000, channels: 2, payloadType })]
    },
    bundlePolicy: 'max-bundle',
    iceServers: []
  })
  #track = new MediaStreamTrack({ kind: 'audio' })
  #transceiver
  #sip
  #sent = new Set()
  #echoed = 0

  async call(content) {
    this.#transceiver = this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' })
    this.#connection.onTrack.subscribe(track => track.onReceiveRtp.subscribe(packet => {
      this.#echoed += this.#sent.has(packet.payload.toString('hex')) ? 1 : 0
    }))
    await this.#connection.setLocalDescription(await this.#connection.createOffer())
    await until(() => this.#connection.iceGatheringState === 'complete')
    this.#sip = await SipCall.open(content.gwAddresses[0])
    const answer = await this.#sip.invite(content, this.#connection.localDescription.sdp)
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answer })
    await until(() => this.#connection.connectionState === 'connected')
    this.#speak()
  }

  async hears() {
    const before = this.#echoed
    return until(() => this.#echoed - before >= 25 && this.#echoed)
  }

  hold() {
    return this.#offer('sendonly')
  }

  resume() {
    return this.#offer('sendrecv')
  }

  hangUp() {
    return this.#sip.bye()
  }

  ended() {
    return this.#sip.ended
  }

  async #offer(direction) {
    this.#transceiver.setDirection(direction)
    await this.#connection.setLocalDescription(await this.#connection.createOffer())
    const answer = await this.#sip.reinvite(this.#connection.localDescription.sdp)
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answer })
  }

  // One of Opus' frames of silence, and a number behind it that makes it this one.
  #speak() {
    let number = 0
    setInterval(() => {
      const payload = Buffer.from([0xf8, 0xff, 0xfe, 0, 0])
      payload.writeUInt16BE(number & 0xffff, 3)
      this.#sent.add(payload.toString('hex'))
      this.#track.writeRtp(new RtpPacket(new RtpHeader({
        payloadType,
        sequenceNumber: number & 0xffff,
        timestamp: (number * samplesPerFrame) >>> 0,
        ssrc: 1234
      }), payload))
      number++
    }, frameMs)
  }
}

await takeCommands(new WeriftPhone())
