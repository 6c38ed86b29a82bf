import type { Envelope } from '../messages/envelope'
import type { PanelGreeting, PanelNews } from '../messages/panel'
import { readPageMessage, type PageMessage } from '../messages/page-messages'

const earlyMax = 100

export type PageCallout = Extract<PageMessage, { name: 'callout' }>

/**
 * The page around the frame. Only that of the origin that was validated is heard and told anything; what it says before
 * the origin is known waits.
 */
export class Page {
  readonly #window: Window
  readonly #subscribed = new Set<string>()
  readonly #early: MessageEvent[] = []
  #origin: string | null = null
  #panel: MessagePort | null = null
  #pending: PanelNews = {}

  onCallout: (callout: PageCallout) => void = () => {}
  onLanguage: (lang: string) => void = () => {}

  constructor(itself: Window) {
    this.#window = itself
    itself.addEventListener('message', (message) => this.#take(message))
  }

  trust(origin: string): void {
    this.#origin = origin
    this.#early.splice(0).forEach((message) => this.#take(message))
  }

  /** Passes an event on, if the page asked for it. */
  tell(envelope: Envelope): void {
    if (this.#origin !== null && this.#subscribed.has(envelope.event.eventType)) {
      this.#window.parent.postMessage(envelope, this.#origin)
    }
  }

  panel(news: PanelNews): void {
    if (this.#panel) {
      this.#panel.postMessage(news)
    } else {
      this.#pending = { ...this.#pending, ...news }
    }
  }

  #take(message: MessageEvent): void {
    if (message.source !== this.#window.parent) {
      return
    }
    if (isGreeting(message.data)) {
      this.#panel = message.ports[0] ?? null
      this.panel(this.#pending)
      this.onLanguage(message.data.lang)
      return
    }
    if (this.#origin === null) {
      if (this.#early.length < earlyMax) {
        this.#early.push(message)
      }
    } else if (message.origin === this.#origin) {
      this.#obey(readPageMessage(message.data))
    }
  }

  #obey(message: PageMessage | null): void {
    if (message?.name === 'eventpost') {
      message.events.forEach((name) => this.#subscribed.add(name))
    } else if (message) {
      this.onCallout(message)
    }
  }
}

function isGreeting(data: unknown): data is PanelGreeting {
  return (data as Partial<PanelGreeting> | null)?.cecsim === 'panel'
}
