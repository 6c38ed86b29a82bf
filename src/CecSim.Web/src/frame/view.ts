import type { Tone } from '../messages/panel'
import { canCallOut, choices, type Action, type Agent, type AgentState, type Choice } from './agent'
import { clockText } from './clock-text'
import { byId, say } from './elements'
import { StatusMenu } from './menu'
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
  #texts: Texts
  #agent: Agent | null = null
  #shownAt = 0
  #talkBegan: { callid: string; at: number } | null = null
  #isMuted = false

  constructor(texts: Texts, act: Act) {
    this.#texts = texts
    this.#act = act
    this.#wire()
    this.setTexts(texts)
  }

  setTexts(texts: Texts): void {
    this.#texts = texts
    for (const [id, text] of Object.entries(labelsOf(texts))) {
      say(id, text)
    }
    byId('close').setAttribute('aria-label', texts.close)
    byId('close').title = texts.close
    byId<HTMLInputElement>('number').placeholder = texts.numberHint
    document.title = texts.bar
    if (this.#agent) {
      this.show(this.#agent)
    }
  }

  show(agent: Agent): void {
    const before = this.#agent
    this.#agent = agent
    this.#shownAt = performance.now() - agent.sinceMs
    const { state, call } = agent
    document.body.dataset.state = state
    document.body.dataset.tone = toneOf(state)
    say('agent', agent.name ?? `${this.#texts.agent} ${agent.workNo}`)
    say('work-no', agent.name ? `${this.#texts.agent} ${agent.workNo}` : '')
    say('avatar', agent.name?.slice(0, 1).toUpperCase() ?? '#')
    say('state', this.#texts.states[state])
    byId('status').setAttribute('aria-label', `${this.#texts.status}: ${this.#texts.states[state]}`)
    this.#menu.set(this.#itemsFor(state))
    this.#showCall(agent, before)
    byId('idle').hidden = call !== undefined
    say('idle-text', state === 'signedOut' ? this.#texts.offline : this.#texts.idle)
    byId('sign-in').hidden = state !== 'signedOut'
    byId('dial').hidden = state === 'signedOut' || call !== undefined
    byId<HTMLButtonElement>('call-voice').disabled = !canCallOut(state)
    byId<HTMLButtonElement>('call-video').disabled = !canCallOut(state)
    this.tick()
  }

  /** There is no agent any more, or never was: nothing can be done here. */
  signedOff(): void {
    this.#agent = null
    delete document.body.dataset.state
    byId('call').hidden = true
    byId('idle').hidden = false
    say('idle-text', '')
    byId('sign-in').hidden = true
    byId('dial').hidden = true
  }

  /** Once a second. */
  tick(): void {
    const agent = this.#agent
    if (!agent) {
      return
    }
    const inState = performance.now() - this.#shownAt
    say('state-clock', agent.state === 'signedOut' ? '' : clockText(inState))
    say('call-clock', this.#talkBegan ? clockText(performance.now() - this.#talkBegan.at) : clockText(inState))
  }

  note(text: string): void {
    say('note', text)
  }

  #showCall(agent: Agent, before: Agent | null): void {
    const { state, call } = agent
    byId('call').hidden = call === undefined
    if (call?.callid !== before?.call?.callid) {
      this.#isMuted = false
      byId('transfer-form').hidden = true
      byId('transfer').setAttribute('aria-expanded', 'false')
      say('announcement', '')
    }
    if (!call) {
      this.#talkBegan = null
      return
    }

    if (state === 'talking' && this.#talkBegan?.callid !== call.callid) {
      this.#talkBegan = { callid: call.callid, at: this.#shownAt }
    }
    const t = this.#texts
    say('direction', call.outbound ? t.outgoing : t.incoming)
    say('call-number', call.number)
    say('mode', call.mode === 'video' ? t.video : t.voice)
    say('call-state', t.states[state])
    if (state === 'ringing') {
      say('announcement', `${t.incoming}: ${call.number}`)
    }
    const shown: Record<string, boolean> = {
      answer: state === 'ringing',
      decline: state === 'ringing',
      mute: state === 'talking',
      hold: state === 'talking',
      retrieve: state === 'holding',
      transfer: !call.outbound && (state === 'talking' || state === 'holding'),
      'hang-up': state !== 'ringing',
    }
    for (const [id, isShown] of Object.entries(shown)) {
      byId(id).hidden = !isShown
    }
    byId('mute').setAttribute('aria-pressed', String(this.#isMuted))
    say('mute', this.#isMuted ? t.unmute : t.mute)
    const queues = byId<HTMLSelectElement>('queue')
    if (queues.options.length !== agent.queues.length) {
      queues.replaceChildren(...agent.queues.map((queue) => {
        const option = document.createElement('option')
        option.textContent = queue
        return option
      }))
    }
  }

  #itemsFor(state: AgentState): { text: string; choose: () => void }[] {
    return (Object.entries(choices[state]) as [Choice, Action][])
      .map(([choice, action]) => ({ text: this.#texts.choices[choice], choose: () => this.#act(action) }))
  }

  #wire(): void {
    const actions: Record<string, Action> = {
      answer: 'answer', decline: 'decline', hold: 'hold', retrieve: 'retrieve', 'hang-up': 'release',
      'sign-in': 'sign-in',
    }
    for (const [id, action] of Object.entries(actions)) {
      byId(id).addEventListener('click', () => this.#act(action))
    }
    byId('mute').addEventListener('click', () => {
      this.#isMuted = !this.#isMuted
      byId('mute').setAttribute('aria-pressed', String(this.#isMuted))
      say('mute', this.#isMuted ? this.#texts.unmute : this.#texts.mute)
    })
    byId('transfer').addEventListener('click', () => {
      const form = byId('transfer-form')
      form.hidden = !form.hidden
      byId('transfer').setAttribute('aria-expanded', String(!form.hidden))
    })
    byId('transfer-form').addEventListener('submit', (event) => {
      event.preventDefault()
      this.#act('transfer', { queue: byId<HTMLSelectElement>('queue').value })
    })
    byId('dial').addEventListener('submit', (event) => {
      event.preventDefault()
      this.#callOut('audio')
    })
    byId('call-video').addEventListener('click', () => this.#callOut('video'))
  }

  #callOut(mode: 'audio' | 'video'): void {
    const input = byId<HTMLInputElement>('number')
    const number = input.value.replace(/[\s()/.-]/g, '')
    if (number === '') {
      input.focus()
    } else {
      this.#act('callout', { number, mode })
    }
  }
}

function labelsOf(t: Texts): Record<string, string> {
  return {
    language: t.otherLanguage, answer: t.answer, decline: t.decline, hold: t.hold, retrieve: t.retrieve, mute: t.mute,
    transfer: t.transfer, 'queue-label': t.transferTo, 'transfer-now': t.transferNow, 'hang-up': t.hangUp,
    'sign-in': t.choices.signIn, 'number-label': t.number, 'call-voice': t.callVoice, 'call-video': t.callVideo,
  }
}
