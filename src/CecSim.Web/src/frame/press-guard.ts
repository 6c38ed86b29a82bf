/** The longest time between the two clicks of a double click, as systems have it by default. */
export const restMs = 500

/**
 * Lets through what a person means, and nothing that only follows from it: the other half of a double click or double
 * tap, a key that is held down, a press on what has come under the finger or the focus just now.
 */
export class PressGuard {
  readonly #now: () => number
  #pressed: { button: Element; at: number } | null = null
  #moved: { to: Element; at: number } | null = null
  #changedAt = -restMs
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(root: Document, now = (): number => performance.now()) {
    this.#now = now
    root.addEventListener('click', (click) => this.#judge(click), { capture: true })
    root.addEventListener('keydown', (key) => {
      if (key.repeat && (key.key === 'Enter' || key.key === ' ')) {
        key.preventDefault()
      }
    }, { capture: true })
    // Whoever types between two presses means the second one.
    root.addEventListener('input', () => (this.#pressed = null), { capture: true })
  }

  /** Other buttons are there now. Pointers pass through them for a while; keys are known by what they are on. */
  changed(): void {
    this.#changedAt = this.#now()
    document.body.toggleAttribute('data-resting', true)
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => document.body.toggleAttribute('data-resting', false), restMs)
  }

  moveFocus(to: HTMLElement): void {
    to.focus()
    this.#moved = { to, at: this.#now() }
  }

  #judge(click: MouseEvent): void {
    const button = (click.target as Element).closest('button')
    if (!button) {
      return
    }
    if (this.#isMeant(button, click.detail)) {
      this.#pressed = { button, at: this.#now() }
    } else {
      click.preventDefault()
      click.stopImmediatePropagation()
    }
  }

  /** @param count 1 for a click, 2 for the second of a double click, 0 for a key or a script */
  #isMeant(button: Element, count: number): boolean {
    const isRecent = (at: number): boolean => this.#now() - at < restMs
    return count < 2
      && !(this.#pressed?.button === button && isRecent(this.#pressed.at))
      && !(count > 0 && button.closest('main') && isRecent(this.#changedAt))
      && !(count === 0 && this.#moved?.to === button && isRecent(this.#moved.at))
  }
}
