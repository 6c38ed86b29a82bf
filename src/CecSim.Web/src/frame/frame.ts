// The connection bar itself: a person's hands on one agent.
import type { Action, Agent } from './agent'
import { byId } from './elements'
import { Page } from './page'
import { watch } from './polling'
import { Server, SignedOff } from './server'
import { en, textsFor, zh, type Texts } from './texts'
import { toneOf, View } from './view'

class Bar {
  readonly #server = new Server(crypto.randomUUID())
  readonly #page = new Page(window)
  #texts: Texts = textsFor(navigator.language)
  readonly #view = new View(this.#texts, (action, body) => void this.#act(action, body))
  #agent: Agent | null = null

  async run(): Promise<void> {
    this.#page.onLanguage = (lang) => this.#speak(textsFor(lang))
    this.#page.onCallout = ({ number, mode }) => {
      this.#page.panel({ attention: true })
      void this.#act('callout', { number, mode })
    }
    byId('language').addEventListener('click', () => this.#speak(this.#texts === zh ? en : zh))
    byId('close').addEventListener('click', () => this.#page.panel({ close: true }))
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && byId('choices').hidden) {
        this.#page.panel({ close: true })
      }
    })
    setInterval(() => this.#view.tick(), 1000)
    if (await this.#act('open')) {
      await watch(this.#server, {
        news: (news) => {
          news.events.forEach((envelope) => this.#page.tell(envelope))
          this.#show(news.agent)
        },
        trouble: (lost) => this.#view.note(lost ? this.#texts.lost : ''),
        signedOff: () => this.#signedOff(),
      })
    }
  }

  async #act(action: Action, body?: object): Promise<boolean> {
    try {
      const answer = await this.#server.act(action, body)
      if (action === 'open') {
        this.#page.trust(answer.origin)
      }
      this.#view.note(answer.retcode === '0' ? '' : (this.#texts.refusals[answer.message] ?? this.#texts.refused))
      this.#show(answer.agent)
      return true
    } catch (error) {
      if (error instanceof SignedOff) {
        this.#signedOff()
      } else {
        this.#view.note(this.#texts.lost)
      }
      return false
    }
  }

  #show(agent: Agent): void {
    const isNewRing = agent.state === 'ringing' && agent.call?.callid !== this.#agent?.call?.callid
    this.#agent = agent
    this.#view.show(agent)
    const label = `${this.#texts.bar}: ${this.#texts.states[agent.state]}`
    this.#page.panel({ tone: toneOf(agent.state), label, ...(isNewRing ? { attention: true } : {}) })
  }

  #speak(texts: Texts): void {
    this.#texts = texts
    document.documentElement.lang = texts === zh ? 'zh' : 'en'
    this.#view.setTexts(texts)
    if (this.#agent) {
      this.#show(this.#agent)
    }
  }

  #signedOff(): void {
    this.#agent = null
    this.#view.signedOff()
    this.#view.note(this.#texts.signedOff)
    this.#page.panel({ tone: 'off', attention: true })
  }
}

void new Bar().run()
