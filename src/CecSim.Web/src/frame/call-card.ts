import type { Agent, Colleague } from './agent'
import { clockText } from './clock-text'
import { byId, say } from './elements'
import type { Act } from './view'
import type { Texts } from './texts'

/** The call that the agent has, and what can be done with it. */
export class CallCard {
  readonly #act: Act
  #texts: Texts
  #callid: string | null = null
  #talkBegan: number | null = null
  #isMuted = false
  #needsHelp = false

  constructor(texts: Texts, act: Act) {
    this.#texts = texts
    this.#act = act
    for (const [id, action] of Object.entries(
      {
        answer: 'answer', decline: 'decline', hold: 'hold', retrieve: 'retrieve', 'hang-up': 'release',
        complete: 'complete', confer: 'confer', 'come-back': 'come-back',
      } as const)) {
      byId(id).addEventListener('click', () => this.#act(action))
    }
    byId('mute').addEventListener('click', () => {
      this.#isMuted = !this.#isMuted
      this.#showSwitches()
      this.#act(this.#isMuted ? 'mute' : 'unmute')
    })
    byId('help').addEventListener('click', () => {
      this.#needsHelp = !this.#needsHelp
      this.#showSwitches()
      this.#act(this.#needsHelp ? 'seek-help' : 'cancel-help')
    })
    byId('transfer').addEventListener('click', () => this.#openTransfer(Boolean(byId('transfer-form').hidden)))
    byId('transfer-form').addEventListener('submit', (event) => {
      event.preventDefault()
      this.#act('transfer', this.#target())
    })
    byId('consult').addEventListener('click', () => this.#act('consult', this.#target()))
  }

  setTexts(texts: Texts): void {
    this.#texts = texts
  }

  /** @param shownAt when the agent came into its state, as performance.now() tells time; null to show no call */
  show(agent: Agent | null, shownAt = 0): void {
    const call = agent?.call
    byId('call').hidden = call === undefined
    byId('call-buttons').hidden = call === undefined
    if (call?.callid !== this.#callid) {
      this.#callid = call?.callid ?? null
      this.#talkBegan = null
      this.#openTransfer(false)
    }
    if (!agent || !call) {
      say('announcement', '')
      return
    }

    const [t, state, beside] = [this.#texts, agent.state, agent.consultation]
    if (beside) {
      this.#openTransfer(false)
    }
    if (state === 'talking') {
      this.#talkBegan ??= shownAt
    }
    this.#isMuted = agent.muted
    this.#needsHelp = agent.needsHelp
    say('direction', call.outbound ? t.outgoing : t.incoming)
    say('call-number', call.number)
    say('mode', call.mode === 'video' ? t.video : t.voice)
    say('call-state', t.states[state])
    say('announcement', state === 'ringing' ? `${t.incoming}: ${call.number}` : '')
    const shown: Record<string, boolean> = {
      answer: state === 'ringing',
      decline: state === 'ringing' && agent.mayDecline,
      mute: state === 'talking',
      hold: state === 'talking',
      retrieve: state === 'holding' && !beside,
      transfer: !call.outbound && !beside && (state === 'talking' || state === 'holding'),
      complete: beside === 'consulting' || beside === 'conference',
      confer: beside === 'consulting',
      'come-back': Boolean(beside),
      help: state === 'talking' || state === 'holding',
      'hang-up': state !== 'ringing',
    }
    for (const [id, isShown] of Object.entries(shown)) {
      byId(id).hidden = !isShown
    }
    this.#showSwitches()
    this.#offer(agent.queues, agent.colleagues ?? [])
  }

  /** @param inState how long the agent has been in its state */
  tick(inState: number): void {
    const ms = this.#talkBegan === null ? inState : performance.now() - this.#talkBegan
    say('call-clock', this.#callid === null ? '' : clockText(ms))
  }

  #showSwitches(): void {
    byId('mute').setAttribute('aria-pressed', String(this.#isMuted))
    say('mute', this.#isMuted ? this.#texts.unmute : this.#texts.mute)
    byId('help').setAttribute('aria-pressed', String(this.#needsHelp))
    say('help', this.#needsHelp ? this.#texts.helpAsked : this.#texts.help)
  }

  #openTransfer(isOpen: boolean): void {
    byId('transfer-form').hidden = !isOpen
    byId('transfer').setAttribute('aria-expanded', String(isOpen))
    if (isOpen) {
      byId('transfer-now').scrollIntoView({ block: 'end' })
    }
  }

  /** A number that was written goes before what is chosen. */
  #target(): Record<string, string> {
    const number = byId<HTMLInputElement>('transfer-number').value.trim()
    const [kind, name] = byId<HTMLSelectElement>('queue').value.split(/:(.*)/s)
    return number ? { number } : { [kind!]: name! }
  }

  #offer(queues: string[], colleagues: Colleague[]): void {
    const list = byId<HTMLSelectElement>('queue')
    const offered = [
      ...queues.map((queue) => [`queue:${queue}`, queue] as const),
      ...colleagues.map(({ workNo, name }) => [`agent:${workNo}`, name ? `${workNo} ${name}` : `${workNo}`] as const),
    ]
    if ([...list.options].map((option) => option.value).join('\n') !== offered.map(([value]) => value).join('\n')) {
      list.replaceChildren(...offered.map(([value, text]) => {
        const option = document.createElement('option')
        option.value = value
        option.textContent = text
        return option
      }))
    }
  }
}
