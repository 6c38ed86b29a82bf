/** So many times as long as an answer took, nobody asks again: a busy server is asked less. */
const restFactor = 5
const restMaxMs = 5000

/** One question, asked again and again: never while its answer is on the way, and rarely where answers are slow. */
export class Questions {
  private isAsking = false
  private isWanted = false
  private notBefore = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param ask Does not fail. */
  constructor(private readonly ask: () => Promise<unknown>) {}

  again(): void {
    this.isWanted = true
    if (!this.isAsking && this.timer === undefined) {
      const restMs = this.notBefore - performance.now()
      if (restMs > 0) {
        this.timer = setTimeout(() => void this.askNow(), restMs)
      } else {
        void this.askNow()
      }
    }
  }

  end(): void {
    clearTimeout(this.timer)
    this.isWanted = false
  }

  private async askNow(): Promise<void> {
    this.timer = undefined
    this.isWanted = false
    this.isAsking = true
    const began = performance.now()
    await this.ask()
    const tookMs = performance.now() - began
    this.isAsking = false
    this.notBefore = performance.now() + Math.min(tookMs * restFactor, restMaxMs)
    if (this.isWanted) {
      this.again()
    }
  }
}
