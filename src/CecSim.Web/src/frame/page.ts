import type { Envelope } from '../messages/envelope'
import type { PageNews, PanelGreeting, PanelNews } from '../messages/panel'
import { readPageMessage, type PageMessage } from '../messages/page-messages'

const earlyMax = 100

export type PageCallout = Extract<PageMessage, { name: 'callout' }>

export interface PageListener {
  callout(callout: PageCallout): void
  news(news: PageNews): void
}

/**
 * The page around the frame. Only that of the origin that was validated is heard and told anything; what it says before
 * the origin is known waits.
 */
export class Page {
  readonly #window: Window
  readonly #heard: PageListener
  readonly #subscribed = new Set<string>()
  readonly #early: MessageEvent[] = []
  #origin: string | null = null
  #panel: MessagePort | null = null
  #pending: PanelNews = {}

  /** Where the page around says it is from; null before it has said anything. */
  address: string | null = null

  /** @param heard told what the page asks for, and how it is */
  constructor(itself: Window, heard: PageListener) {
    this.#window = itself
    this.#heard = heard
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
      this.address = message.origin
      this.#greet(message.data, message.ports[0])
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

  #greet(greeting: PanelGreeting, port: MessagePort | undefined): void {
    this.#heard.news({ lang: greeting.lang })
    if (port) {
      this.#panel = port
      port.onmessage = (message: MessageEvent<PageNews>) => this.#heard.news(message.data)
      this.panel(this.#pending)
    }
  }

  #obey(message: PageMessage | null): void {
    if (message?.name === 'eventpost') {
      message.events.forEach((name) => this.#subscribed.add(name))
    } else if (message) {
      this.#heard.callout(message)
    }
  }
}

function isGreeting(data: unknown): data is PanelGreeting {
  return (data as Partial<PanelGreeting> | null)?.cecsim === 'panel'
}
