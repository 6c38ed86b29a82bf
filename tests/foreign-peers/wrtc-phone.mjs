// @roamhq/wrtc, Google's libwebrtc in Node, without a browser around it.
import wrtc from '@roamhq/wrtc'
import { takeCommands, until } from './commands.mjs'
import { SipCall } from './sip-call.mjs'

const { RTCPeerConnection, nonstandard: { RTCAudioSource, RTCAudioSink } } = wrtc
const samplesPerSecond = 48000
const samplesPerFrame = samplesPerSecond / 100
const loud = 1000

class WrtcPhone {
  #connection = new RTCPeerConnection()
  #source = new RTCAudioSource()

  // Held here, or they end when the collector comes.
  #track = this.#source.createTrack()
  #sink

  #sip
  #peak = 0

  async call(content) {
    this.#connection.ontrack = ({ track }) => {
      this.#sink ??= new RTCAudioSink(track)
      this.#sink.ondata = ({ samples }) => {
        this.#peak = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), this.#peak)
      }
    }
    this.#connection.addTrack(this.#track)
    this.#speak()
    await this.#connection.setLocalDescription(await this.#connection.createOffer())
    await until(() => this.#connection.iceGatheringState === 'complete')
    this.#sip = await SipCall.open(content.gwAddresses[0])
    const answer = await this.#sip.invite(content, this.#connection.localDescription.sdp)
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answer })
    await until(() => this.#connection.connectionState === 'connected')
  }

  // The sink falls silent for good once its track was on hold, so what comes after is known by its packets.
  async hears() {
    const before = await this.#received()
    return until(async () => this.#peak >= loud && await this.#received() >= before + 25)
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

  async #received() {
    const stats = [...(await this.#connection.getStats()).values()]
    return stats.find(s => s.type === 'inbound-rtp')?.packetsReceived ?? 0
  }

  async #offer(direction) {
    this.#connection.getTransceivers()[0].direction = direction
    await this.#connection.setLocalDescription(await this.#connection.createOffer())
    const answer = await this.#sip.reinvite(this.#connection.localDescription.sdp)
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answer })
  }

  #speak() {
    let phase = 0
    setInterval(() => {
      const samples = Int16Array.from({ length: samplesPerFrame }, () => {
        phase += 2 * Math.PI * 440 / samplesPerSecond
        return 8000 * Math.sin(phase)
      })
      this.#source.onData({
        samples, sampleRate: samplesPerSecond, bitsPerSample: 16, channelCount: 1, numberOfFrames: samplesPerFrame
      })
    }, 10)
  }
}

await takeCommands(new WrtcPhone())
