// The connection bar itself: a person's hands on one agent.
import { languageOf } from '../messages/language'
import type { PageNews } from '../messages/panel'
import type { Action, Agent, LastCall } from './agent'
import { byId } from './elements'
import type { Note } from './notes'
import { Page, type PageCallout } from './page'
import { wait, watch } from './polling'
import { PressGuard } from './press-guard'
import { remedyFor } from './remedy'
import { Ringer } from './ringer'
import { Server, ServerError, SignedOff } from './server'
import { fill, textsFor, zh, type Texts } from './texts'
import { isOutOfTheQueue, toneOf, View } from './view'

/** The page says at once which language it has; a frame that nobody greets goes on alone. */
const greetedWithinMs = 1_000
const retryMs = 2_000

export class Bar {
  readonly #server = new Server(crypto.randomUUID())
  readonly #guard = new PressGuard(document)
  readonly #ringer = new Ringer(() => this.#showAlerts())
  readonly #page: Page
  readonly #greeting: Promise<void>
  #texts: Texts = textsFor(navigator.language)
  readonly #view = new View(this.#texts, (action, body) => void this.#press(action, body))
  #agent: Agent | null = null
  #isElsewhere = false
  #isOver = false
  #mayAsk = false
  #asking: { action: Action; done: Promise<boolean> } | null = null
  #wake = (): void => {}

  constructor() {
    let greet = (): void => {}
    this.#greeting = new Promise((resolve) => (greet = resolve))
    this.#page = new Page(window, {
      callout: (callout) => void this.#callOut(callout),
      news: (news) => {
        this.#hear(news)
        greet()
      },
    })
    this.#wire()
  }

  async run(): Promise<void> {
    await Promise.race([this.#greeting, wait(greetedWithinMs)])
    while (!(await this.#ask('open'))) {
      if (this.#isOver) {
        return
      }
      await wait(retryMs)
    }
    await watch(this.#server, {
      news: (news) => {
        news.events.forEach((envelope) => this.#page.tell(envelope))
        this.#show(news.agent, news.elsewhere)
      },
      trouble: (why) => why !== null && this.#trouble(why),
      signedOff: () => this.#signedOff(),
    }, (ms) => this.#pause(ms))
  }

  #pause(ms: number): Promise<void> {
    return Promise.race([wait(ms), new Promise<void>((resolve) => (this.#wake = resolve))])
  }

  #wire(): void {
    byId('language').addEventListener('click', () => {
      const language = this.#texts === zh ? 'en' : 'zh'
      this.#speak(language)
      this.#page.panel({ language })
    })
    byId('close').addEventListener('click', () => this.#page.panel({ close: true }))
    byId('alerts').addEventListener('click', () => this.#page.panel({ askToNotify: true }))
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && byId('choices').hidden) {
        this.#page.panel({ close: true })
      }
    })
    for (const use of ['click', 'keydown']) {
      document.addEventListener(use, () => this.#ringer.unlock(), { capture: true })
    }
    // Sooner than a poll that is held notices.
    for (const change of ['offline', 'online']) {
      window.addEventListener(change, () => {
        if (this.#agent) {
          void this.#ask('open')
          this.#wake()
        }
      })
    }
    setInterval(() => this.#view.tick(), 1000)
  }

  #hear(news: PageNews): void {
    if (news.lang) {
      this.#speak(news.lang)
    }
    if (news.isUsed) {
      this.#ringer.unlock()
    }
    if (news.notifications) {
      this.#mayAsk = news.notifications === 'default'
      this.#showAlerts()
    }
  }

  // The same again while the server has not answered is not meant; something else waits its turn.
  async #press(action: Action, body?: object): Promise<void> {
    if (this.#asking?.action === action) {
      return
    }
    this.#note('outcome', null)
    if ((await this.#ask(action, body)) && action === 'take-over') {
      this.#wake()
    }
  }

  // A second message for the same call is half of a double click on the page's own button.
  async #callOut({ number, mode }: PageCallout): Promise<void> {
    this.#page.panel({ attention: true })
    await this.#asking?.done
    if (!this.#isElsewhere && !(this.#agent?.state === 'dialing' && this.#agent.call?.number === number)) {
      this.#note('outcome', null)
      await this.#ask('callout', { number, mode })
    }
  }

  /** One after the other. */
  async #ask(action: Action, body?: object): Promise<boolean> {
    const before = this.#asking?.done
    const asking = { action, done: Promise.resolve(before).then(() => this.#askServer(action, body)) }
    this.#asking = asking
    const isDone = await asking.done
    if (this.#asking === asking) {
      this.#asking = null
    }
    return isDone
  }

  async #askServer(action: Action, body?: object): Promise<boolean> {
    try {
      const answer = await this.#server.act(action, body)
      if (action === 'open') {
        this.#page.trust(answer.origin)
      }
      const { message } = answer
      this.#note('refusal', answer.retcode === '0' ? null : (t) => t.refusals[message] ?? t.refused)
      this.#show(answer.agent, answer.elsewhere)
      return true
    } catch (error) {
      if (error instanceof SignedOff) {
        this.#signedOff()
      } else {
        this.#trouble(error)
      }
      return false
    }
  }

  #show(agent: Agent, isElsewhere: boolean): void {
    const [before, wasElsewhere] = [this.#agent, this.#isElsewhere]
    this.#agent = agent
    this.#isElsewhere = isElsewhere
    this.#note('trouble', null)
    const focused = document.hasFocus() ? document.activeElement : null
    this.#view.show(agent, isElsewhere)
    if (before?.state !== agent.state || before?.call?.callid !== agent.call?.callid || wasElsewhere !== isElsewhere) {
      this.#guard.changed()
      this.#keepFocus(focused)
    }

    const t = this.#texts
    const state = isElsewhere ? t.elsewhere : t.states[agent.state]
    const isNewRing = agent.state === 'ringing' && agent.call?.callid !== before?.call?.callid
    const comesBack = before === null && agent.call !== undefined
    this.#page.panel({
      tone: isElsewhere ? 'off' : toneOf(agent.state),
      label: `${t.bar}: ${state}`,
      ...(!isElsewhere && (isNewRing || comesBack) ? { attention: true } : {}),
    })
    this.#ring()
    this.#tellEnd(agent, before)
  }

  #keepFocus(focused: Element | null): void {
    if (focused instanceof HTMLElement && focused !== document.body && !canHaveFocus(focused)) {
      this.#guard.moveFocus(this.#view.nextControl)
    }
  }

  #tellEnd({ call, lastCall, state }: Agent, before: Agent | null): void {
    if (call || this.#isElsewhere) {
      this.#note('outcome', null)
    } else if (lastCall && this.#isNews(lastCall, before, state)) {
      const { number, end } = lastCall
      const attention = end !== 'hungUp' && end !== 'customerHungUp' && end !== 'handedOn'
      this.#note('outcome', (t) => fill(t.ends[end] ?? '', number), attention)
    }
  }

  #isNews({ callid, end }: LastCall, before: Agent | null, state: Agent['state']): boolean {
    return before ? before.lastCall?.callid !== callid : state === 'notReady' && isOutOfTheQueue(end)
  }

  #ring(): void {
    const rings = this.#agent?.state === 'ringing' && !this.#isElsewhere
    this.#ringer.ring(rings)
    this.#page.panel({ ring: rings ? `${this.#texts.incoming}: ${this.#agent!.call!.number}` : null })
  }

  /** @param attention whether a closed panel should open for it */
  #note(kind: 'trouble' | 'refusal' | 'outcome', note: Note | null, attention = false): void {
    const text = this.#view.note(kind, note)
    if (note) {
      this.#page.panel({ say: text, ...(attention ? { attention } : {}) })
    }
  }

  #trouble(why: unknown): void {
    const hasNetwork = navigator.onLine
    const words: Note = (t) =>
      why instanceof ServerError ? fill(t.serverError, String(why.status)) : hasNetwork ? t.lost : t.noNetwork
    this.#note('trouble', words)
    this.#ringer.ring(false)
    this.#page.panel({ tone: 'off', label: `${this.#texts.bar}: ${words(this.#texts)}`, ring: null })
  }

  #speak(lang: string): void {
    this.#texts = textsFor(lang)
    document.documentElement.lang = languageOf(lang)
    this.#view.setTexts(this.#texts)
    if (this.#agent) {
      this.#show(this.#agent, this.#isElsewhere)
    }
  }

  #showAlerts(): void {
    this.#view.canAskForAlerts = this.#mayAsk || !this.#ringer.isAllowed
  }

  #signedOff(): void {
    const wasOn = this.#agent !== null
    this.#isOver = true
    this.#agent = null
    const focused = document.activeElement
    this.#view.signedOff()
    this.#keepFocus(focused)
    this.#ringer.ring(false)
    this.#page.panel({ tone: 'off', label: this.#texts.bar, ring: null })
    this.#note('trouble', (t) => wasOn
      ? t.sessionOver
      : `${t.cookies} ${remedyFor(this.#page.address, location.origin, t)}`, true)
  }
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.isConnected && element.closest('[hidden]') === null && !(element as HTMLButtonElement).disabled
}
