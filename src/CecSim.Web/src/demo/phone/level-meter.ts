const floorDb = -60
const everyMs = 100

/** How loud sound is, from 0 for silence to 100 for the loudest there is: decibels, as ears have it. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
  const db = 10 * Math.log10(power)
  return Math.round(Math.max(0, Math.min(1, 1 - db / floorDb)) * 100)
}

let context: AudioContext | null = null

/** Shows on a meter how loud a stream is. */
export class LevelMeter {
  readonly #meter: HTMLMeterElement
  #source: MediaStreamAudioSourceNode | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(meter: HTMLMeterElement) {
    this.#meter = meter
  }

  /** @param stream null for none */
  watch(stream: MediaStream | null): void {
    this.#source?.disconnect()
    this.#source = null
    clearInterval(this.#timer)
    this.#meter.value = 0
    if (!stream || stream.getAudioTracks().length === 0) {
      return
    }
    context ??= new AudioContext()
    // Whoever begins or takes a call has used the page, so that sound is allowed.
    void context.resume()
    const analyser = new AnalyserNode(context, { fftSize: 1024 })
    this.#source = new MediaStreamAudioSourceNode(context, { mediaStream: stream })
    this.#source.connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      this.#meter.value = levelOf(samples)
    }, everyMs)
  }
}
