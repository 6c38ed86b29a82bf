/** How a page that nobody looks at tells of a call: by its title, and by a notification where that is allowed. */
export class Notifying {
  readonly #page: Document
  readonly #open: () => void
  #who: string | null = null
  #title: { before: string; ringing: string } | null = null
  #shown: Notification | null = null

  constructor(page: Document, open: () => void) {
    this.#page = page
    this.#open = open
  }

  get permission(): NotificationPermission | 'none' {
    return 'Notification' in window && window.isSecureContext ? Notification.permission : 'none'
  }

  /** @param who null when it rings no more; may be told any number of times */
  ring(who: string | null): void {
    if (who === this.#who) {
      return
    }
    this.#stop()
    this.#who = who
    if (who === null) {
      return
    }
    this.#title = { before: this.#page.title, ringing: `☎ ${who} – ${this.#page.title}` }
    this.#page.title = this.#title.ringing
    if (this.permission === 'granted' && !this.#page.hasFocus()) {
      this.#notify(who)
    }
  }

  #notify(who: string): void {
    try {
      this.#shown = new Notification(who, { tag: 'cecsim-ring', requireInteraction: true })
    } catch {
      // Phones notify from service workers alone, and a page has no other way to ask whether this one does.
      return
    }
    this.#shown.onclick = () => {
      window.focus()
      this.#open()
    }
  }

  // A page that has another title by now keeps it.
  #stop(): void {
    if (this.#title && this.#page.title === this.#title.ringing) {
      this.#page.title = this.#title.before
    }
    this.#title = null
    this.#shown?.close()
    this.#shown = null
  }
}
