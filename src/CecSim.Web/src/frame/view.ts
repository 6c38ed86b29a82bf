import type { Tone } from '../messages/panel'
import { canCallOut, choices, type Action, type Agent, type AgentState, type Choice } from './agent'
import { CallCard } from './call-card'
import { clockText } from './clock-text'
import { readNumber } from './dialed-number'
import { byId, say } from './elements'
import { StatusMenu } from './menu'
import { Notes, type Note, type NoteKind } from './notes'
import type { Texts } from './texts'

export type Act = (action: Action, body?: object) => void

const tones: Record<AgentState, Tone> = {
  signedOut: 'off', ready: 'good', notReady: 'busy', resting: 'busy', working: 'busy', wrapUp: 'busy',
  dialing: 'call', ringing: 'call', talking: 'call', holding: 'busy',
}

export function toneOf(state: AgentState): Tone {
  return tones[state]
}

/** What the person sees. It knows no server: it shows an agent, and tells what was pressed. */
export class View {
  readonly #act: Act
  readonly #menu = new StatusMenu()
  readonly #card: CallCard
  readonly #notes = new Notes()
  #texts: Texts
  #agent: Agent | null = null
  #isElsewhere = false
  #shownAt = 0

  constructor(texts: Texts, act: Act) {
    this.#texts = texts
    this.#act = act
    this.#card = new CallCard(texts, act)
    this.#wire()
    this.setTexts(texts)
  }

  setTexts(texts: Texts): void {
    this.#texts = texts
    this.#card.setTexts(texts)
    for (const [id, text] of Object.entries(labelsOf(texts))) {
      say(id, text)
    }
    byId('close').setAttribute('aria-label', texts.close)
    byId('close').title = texts.close
    byId<HTMLInputElement>('number').placeholder = texts.numberHint
    document.title = texts.bar
    if (!this.#agent) {
      say('agent', texts.bar)
    }
    if (byId('number-problem').textContent !== '') {
      say('number-problem', texts.numberWrong)
    }
    this.#notes.show(texts)
    if (this.#agent) {
      this.show(this.#agent, this.#isElsewhere)
    }
  }

  /** @param isElsewhere the agent's person is at another page: nothing can be done here but to come back */
  show(agent: Agent, isElsewhere = false): void {
    const isNewCallOut = agent.call?.outbound === true && agent.call.callid !== this.#agent?.call?.callid
    this.#agent = agent
    this.#isElsewhere = isElsewhere
    this.#shownAt = performance.now() - agent.sinceMs
    const { state, call } = agent
    document.body.dataset.state = state
    document.body.dataset.tone = isElsewhere ? 'off' : toneOf(state)
    say('agent', agent.name ?? `${this.#texts.agent} ${agent.workNo}`)
    say('work-no', agent.name ? `${this.#texts.agent} ${agent.workNo}` : '')
    say('avatar', agent.name?.slice(0, 1).toUpperCase() ?? '#')
    say('state', this.#texts.states[state])
    byId('status').setAttribute('aria-label', `${this.#texts.status}: ${this.#texts.states[state]}`)
    this.#menu.set(isElsewhere ? [] : this.#itemsFor(state))
    this.#card.show(isElsewhere ? null : agent, this.#shownAt)
    this.#showIdle(agent)
    byId('dial').hidden = isElsewhere || state === 'signedOut' || call !== undefined
    byId<HTMLButtonElement>('call-voice').disabled = !canCallOut(state)
    byId<HTMLButtonElement>('call-video').disabled = !canCallOut(state)
    if (isNewCallOut) {
      byId<HTMLInputElement>('number').value = ''
      this.#judgeNumber(true)
    }
    this.tick()
  }

  /** There is no agent any more, or never was: nothing can be done here. */
  signedOff(): void {
    this.#agent = null
    delete document.body.dataset.state
    say('agent', this.#texts.bar)
    say('work-no', '')
    this.#card.show(null)
    this.#menu.set([])
    byId('idle').hidden = false
    say('idle-text', '')
    for (const id of ['sign-in', 'resume', 'take-over', 'alerts', 'dial']) {
      byId(id).hidden = true
    }
  }

  /** Once a second. */
  tick(): void {
    if (this.#agent) {
      const inState = performance.now() - this.#shownAt
      say('state-clock', this.#agent.state === 'signedOut' ? '' : clockText(inState))
      this.#card.tick(inState)
    }
  }

  /** @returns what is to be read now */
  note(kind: NoteKind, note: Note | null): string {
    this.#notes.set(kind, note)
    return this.#notes.show(this.#texts)
  }

  /** Whether a person has still to allow sound or notifications. */
  set canAskForAlerts(can: boolean) {
    document.body.toggleAttribute('data-can-ask', can)
    if (this.#agent) {
      this.#showIdle(this.#agent)
    }
  }

  /** The control to go on with, once the one that had the focus is gone. */
  get nextControl(): HTMLElement {
    const ids: Record<AgentState, string> = {
      signedOut: 'sign-in', ready: 'status', notReady: 'status', resting: 'status', working: 'status',
      wrapUp: 'status', dialing: 'hang-up', ringing: 'call', talking: 'hold', holding: 'retrieve',
    }
    return byId(!this.#agent ? 'close' : this.#isElsewhere ? 'take-over' : ids[this.#agent.state])
  }

  #showIdle({ state, call, lastCall }: Agent): void {
    const [here, t] = [!this.#isElsewhere, this.#texts]
    byId('idle').hidden = here && call !== undefined
    say('idle-text', !here ? t.elsewhere : state === 'signedOut' ? t.offline : t.idle)
    byId('sign-in').hidden = !here || state !== 'signedOut'
    byId('resume').hidden = !here || state !== 'notReady' || !isOutOfTheQueue(lastCall?.end)
    byId('take-over').hidden = here
    byId('alerts').hidden = !here || state === 'signedOut' || !document.body.hasAttribute('data-can-ask')
  }

  #itemsFor(state: AgentState): { text: string; choose: () => void }[] {
    return (Object.entries(choices[state]) as [Choice, Action][])
      .map(([choice, action]) => ({ text: this.#texts.choices[choice], choose: () => this.#act(action) }))
  }

  #wire(): void {
    byId('sign-in').addEventListener('click', () => this.#act('sign-in'))
    byId('resume').addEventListener('click', () => this.#act('cancel-not-ready'))
    byId('take-over').addEventListener('click', () => this.#act('take-over'))
    byId('dial').addEventListener('submit', (event) => {
      event.preventDefault()
      this.#callOut('audio')
    })
    byId('call-video').addEventListener('click', () => this.#callOut('video'))
    byId('number').addEventListener('input', () => this.#judgeNumber(true))
  }

  #callOut(mode: 'audio' | 'video'): void {
    const input = byId<HTMLInputElement>('number')
    const number = readNumber(input.value)
    this.#judgeNumber(number !== null || input.value.trim() === '')
    if (number === null) {
      input.focus()
    } else {
      this.#act('callout', { number, mode })
    }
  }

  #judgeNumber(isGood: boolean): void {
    say('number-problem', isGood ? '' : this.#texts.numberWrong)
    byId('number').setAttribute('aria-invalid', String(!isGood))
  }
}

/** Ends after which the agent gets no calls, though it did not ask for that. */
export function isOutOfTheQueue(end: string | undefined): boolean {
  return end === 'missed' || end === 'declined'
}

function labelsOf(t: Texts): Record<string, string> {
  return {
    language: t.otherLanguage, answer: t.answer, decline: t.decline, hold: t.hold, retrieve: t.retrieve, mute: t.mute,
    help: t.help,
    transfer: t.transfer, 'queue-label': t.transferTo, 'transfer-now': t.transferNow,
      'transfer-number-label': t.transferNumber, consult: t.consult, complete: t.complete, confer: t.confer,
      'come-back': t.comeBack, 'hang-up': t.hangUp,
    'sign-in': t.choices.signIn, resume: t.resume, 'take-over': t.takeOver, alerts: t.alerts,
    'number-label': t.number, 'call-voice': t.callVoice, 'call-video': t.callVideo,
  }
}
