// The phone of the agent who sits at this page: registered by WebSocket, as queryAgentInfo says.
import { Ringer } from '../frame/ringer'
import type { Language } from '../messages/language'
import { Asking, Refused, type Json } from './cec/asking'
import { BackEnd } from './cec/back-end'
import { takeMedia } from './phone/own-media'
import { PhoneView } from './phone/phone-view'
import { SipPhone, type Account } from './phone/sip-phone'
import { setText } from './text'
import { demoTexts, type DemoTexts } from './texts'

const hereKept = 'cecsim-phone-in-page'

function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}

export class AgentPhone {
  readonly #backEnd: BackEnd
  readonly #asking = new Asking(() => {})
  readonly #hasBar: () => boolean
  readonly #ringer = new Ringer(() => {})
  readonly #here = byId<HTMLInputElement>('phone-here')
  readonly #accounts = byId<HTMLSelectElement>('account')
  readonly #view: PhoneView
  #texts: DemoTexts = demoTexts.en
  #phone: SipPhone | null = null
  #user = ''
  #problem: (texts: DemoTexts) => string = () => ''
  #begun = 0
  #rings = false

  /** @param hasBar whether the bar is in this page, which rings by itself */
  constructor(space: string, hasBar: () => boolean) {
    this.#backEnd = new BackEnd(this.#asking, space)
    this.#hasBar = hasBar
    this.#view = new PhoneView({
      answer: (withCamera) => void this.#answer(withCamera),
      hangUp: () => this.#phone?.hangUp(),
      toggleMute: () => this.#phone?.toggleMute(),
      toggleHold: () => this.#phone?.toggleHold(),
      press: (key) => this.#phone?.press(key),
    })
    this.#here.addEventListener('change', () => {
      keep(this.#here.checked)
      this.begin()
    })
    this.#accounts.addEventListener('change', () => this.begin())
    byId('phone-key-form').addEventListener('submit', (submit) => {
      submit.preventDefault()
      this.#backEnd.controlKey = byId<HTMLInputElement>('phone-key').value
      this.begin()
    })
    byId('dial').addEventListener('submit', (submit) => {
      submit.preventDefault()
      void this.#dial()
    })
    for (const use of ['pointerdown', 'keydown']) {
      document.addEventListener(use, () => this.#ringer.unlock(), { capture: true })
    }
    addEventListener('pagehide', () => this.#phone?.stop())
    this.#here.checked = isKept()
  }

  /** Registers the phone of the chosen agent, where one is wanted. */
  begin(): void {
    this.#phone?.stop()
    this.#phone = null
    this.#rings = false
    this.#problem = () => ''
    const begun = ++this.#begun
    byId('phone-key-form').hidden = true
    this.#render()
    if (this.#here.checked) {
      this.#register(begun).catch((error: unknown) => begun === this.#begun && this.#tell(error))
    }
  }

  speak(language: Language): void {
    this.#texts = demoTexts[language]
    this.#view.speak(language)
    this.#render()
  }

  async #register(begun: number): Promise<void> {
    const code = this.#accounts.value
    if (code === '') {
      this.#complain((t) => t.noAccounts)
      return
    }
    const { headers } = await this.#backEnd.signIn()
    const path = '/apiaccess/CC-Management/v1/queryAgentInfo'
    const { answer } = await this.#asking.ask({ operation: 'queryAgentInfo', path, headers })
    // Another one was chosen meanwhile.
    if (begun !== this.#begun) {
      return
    }
    const agent = (answer.agents as Json[]).find((a) => a.accountCode === code)
    if (typeof agent?.sipAccount !== 'string' || typeof agent.sipPwd !== 'string') {
      this.#complain((t) => t.noPhone.replace('{}', () => code))
      return
    }
    this.#start({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sip`,
      user: agent.sipAccount,
      domain: typeof answer.sipServiceIp === 'string' ? answer.sipServiceIp : location.hostname,
      password: agent.sipPwd,
    })
  }

  #start(account: Account): void {
    this.#user = account.user
    const phone = new SipPhone(account, () => {
      if (phone === this.#phone) {
        const begins = phone.state === 'ringing' && !this.#rings
        this.#rings = phone.state === 'ringing'
        this.#render()
        if (begins) {
          byId('phone').scrollIntoView({ block: 'nearest' })
        }
        if (begins && phone.wantsSelfAnswer) {
          void this.#answer(false)
        }
      }
    }, () => {})
    this.#phone = phone
    phone.start()
  }

  async #answer(withCamera: boolean): Promise<void> {
    const phone = this.#phone!
    await this.#withMedia(withCamera, (own) => phone.answer(own))
  }

  async #dial(): Promise<void> {
    const phone = this.#phone
    const number = byId<HTMLInputElement>('dialed').value.replace(/[^\d*#+]/g, '')
    if (phone?.state === 'none' && number !== '') {
      await this.#withMedia(false, (own) => phone.call(number, own, false))
    }
  }

  async #withMedia(withCamera: boolean, use: (own: MediaStream) => void): Promise<void> {
    this.#problem = () => ''
    try {
      use(await takeMedia(withCamera))
    } catch (error) {
      this.#tell(error)
    }
  }

  #tell(error: unknown): void {
    if (error instanceof Refused && error.code === 'key-missing') {
      byId('phone-key-form').hidden = false
      this.#complain((t) => t.keyWanted)
    } else if (error instanceof Refused && error.status === 0) {
      this.#complain((t) => t.lost)
    } else {
      this.#complain(() => (error instanceof Error ? error.message : String(error)))
    }
  }

  #complain(problem: (texts: DemoTexts) => string): void {
    this.#problem = problem
    this.#render()
  }

  #render(): void {
    const phone = this.#phone
    const texts = this.#texts
    const rings = phone?.state === 'ringing'
    byId('phone-desk').toggleAttribute('data-off', !this.#here.checked)
    setText(byId('registration'), this.#registration())
    setText(byId('phone-problem'), this.#problem(texts))
    byId<HTMLButtonElement>('dial-button').disabled = phone?.registration !== 'registered' || phone.state !== 'none'
    this.#view.show(phone)
    this.#ringer.ring(rings && !this.#hasBar())
    const title = `${texts.title} · CecSim demo`
    if (!this.#hasBar()) {
      document.title = rings ? `☎ ${texts.incoming.replace('{}', () => phone.peer)} · ${title}` : title
    }
  }

  #registration(): string {
    const { registering, registered, registrationRefused, registrationLost, phoneOff } = this.#texts
    if (!this.#here.checked) {
      return phoneOff
    }
    switch (this.#phone?.registration) {
      case undefined: return ''
      case 'registered': return registered.replace('{}', () => this.#user)
      case 'refused': return registrationRefused.replace('{}', () => this.#user)
      case 'lost': return registrationLost
      default: return registering.replace('{}', () => this.#user)
    }
  }
}

// Whoever opens the page wants to talk: it is a phone unless somebody said otherwise.
function isKept(): boolean {
  try {
    return localStorage.getItem(hereKept) !== 'no'
  } catch {
    return true
  }
}

function keep(isHere: boolean): void {
  try {
    localStorage.setItem(hereKept, isHere ? 'yes' : 'no')
  } catch {
    // A page without storage has it until it is left.
  }
}
