const rate = 8_000
const toneSeconds = 1
const pauseSeconds = 2

/**
 * The sound of a call that rings. Browsers allow it once somebody has used the page; what rings already is heard from
 * then on. It is one sound without end, for the timers of a page in the background are slowed.
 */
export class Ringer {
  readonly #changed: () => void
  #context: AudioContext | null = null
  #sound: AudioBufferSourceNode | null = null

  /** @param changed told when sound became allowed, or not any more */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  get isAllowed(): boolean {
    return this.#context?.state === 'running'
  }

  /** Somebody uses the page. */
  unlock(): void {
    if (!this.isAllowed) {
      // Where it is not allowed yet, this waits, in some browsers for ever.
      void this.#ready().resume()
    }
  }

  ring(rings: boolean): void {
    if (rings === (this.#sound !== null)) {
      return
    }
    this.#sound?.stop()
    this.#sound = null
    if (rings) {
      const context = this.#ready()
      this.#sound = new AudioBufferSourceNode(context, { buffer: bellOf(context), loop: true })
      this.#sound.connect(context.destination)
      this.#sound.start()
      this.unlock()
    }
  }

  #ready(): AudioContext {
    if (!this.#context) {
      this.#context = new AudioContext()
      this.#context.onstatechange = () => this.#changed()
    }
    return this.#context
  }
}

/** Two tones that beat, as phones ring, and a pause. */
function bellOf(context: AudioContext): AudioBuffer {
  const bell = context.createBuffer(1, (toneSeconds + pauseSeconds) * rate, rate)
  const samples = bell.getChannelData(0)
  for (let i = 0; i < toneSeconds * rate; i++) {
    const t = i / rate
    const swell = Math.min(1, t / 0.02, (toneSeconds - t) / 0.02)
    samples[i] = 0.12 * swell * (Math.sin(2 * Math.PI * 440 * t) + Math.sin(2 * Math.PI * 480 * t))
  }
  return bell
}
