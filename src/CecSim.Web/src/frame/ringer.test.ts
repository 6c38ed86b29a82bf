import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Ringer } from './ringer'

/** A browser's sound before anybody has used the page: it does not run, and asking does not help yet. */
class FakeContext {
  static all: FakeContext[] = []
  static isAllowed = false
  state = 'suspended'
  destination = {}
  onstatechange: (() => void) | null = null

  constructor() {
    FakeContext.all.push(this)
  }

  createBuffer(_: number, length: number): object {
    const samples = new Float32Array(length)
    return { samples, getChannelData: () => samples }
  }

  async resume(): Promise<void> {
    if (FakeContext.isAllowed) {
      this.state = 'running'
      this.onstatechange?.()
    }
  }
}

class FakeSource {
  static readonly all: FakeSource[] = []
  started = 0
  stopped = 0

  constructor(_: unknown, readonly options: { buffer: { samples: Float32Array }; loop: boolean }) {
    FakeSource.all.push(this)
  }

  connect(): void {}

  start(): void {
    this.started++
  }

  stop(): void {
    this.stopped++
  }
}

describe('the sound of a call', () => {
  let changes: number
  let ringer: Ringer

  beforeEach(() => {
    FakeContext.all = []
    FakeContext.isAllowed = false
    FakeSource.all.length = 0
    vi.stubGlobal('AudioContext', FakeContext)
    vi.stubGlobal('AudioBufferSourceNode', FakeSource)
    changes = 0
    ringer = new Ringer(() => changes++)
  })

  afterEach(() => void vi.unstubAllGlobals())

  it('is heard as soon as it is allowed, while it rings', () => {
    ringer.ring(true)
    expect(ringer.isAllowed).toBe(false)

    FakeContext.isAllowed = true
    ringer.unlock()

    expect(ringer.isAllowed).toBe(true)
    expect(changes).toBe(1)
    expect(FakeSource.all.map((s) => [s.started, s.stopped, s.options.loop])).toEqual([[1, 0, true]])
  })

  it('is one sound, however often it is told, and ends', () => {
    FakeContext.isAllowed = true
    ringer.ring(true)
    ringer.ring(true)
    ringer.ring(false)
    ringer.ring(false)
    ringer.ring(true)

    expect(FakeSource.all.map((s) => [s.started, s.stopped])).toEqual([[1, 1], [1, 0]])
    expect(FakeContext.all).toHaveLength(1)
  })

  it('is loud enough and not too loud, with a pause', () => {
    ringer.ring(true)
    const { samples } = FakeSource.all[0]!.options.buffer

    expect(Math.max(...samples)).toBeGreaterThan(0.1)
    expect(Math.max(...samples)).toBeLessThan(0.5)
    expect(samples.slice(-8_000).every((sample) => sample === 0)).toBe(true)
  })
})
