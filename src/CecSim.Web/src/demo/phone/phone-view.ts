import type { Language } from '../../messages/language'
import { setText } from '../text'
import { LevelMeter } from './level-meter'
import { phoneTexts, wordsOfEnd, type PhoneTexts } from './phone-texts'
import type { CallEnd, CallState } from './sip-phone'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
const pressedShownMax = 24

/** What of a phone is shown. */
export interface ShownPhone {
  readonly state: CallState
  readonly end: CallEnd | null
  readonly own: MediaStream | null
  readonly far: MediaStream | null
  readonly peer: string
  readonly isMuted: boolean
  readonly holds: boolean
  readonly isHeld: boolean
  readonly offersVideo: boolean
}

export interface PhoneActions {
  answer(withCamera: boolean): void
  hangUp(): void
  toggleMute(): void
  toggleHold(): void
  press(key: string): void
}

function byId<T extends HTMLElement>(id: string): T {
  return document.getElementById(`phone-${id}`) as T
}

export class PhoneView {
  readonly #actions: PhoneActions
  readonly #ownLevel = new LevelMeter(byId<HTMLMeterElement>('own-level'))
  readonly #farLevel = new LevelMeter(byId<HTMLMeterElement>('far-level'))
  readonly #near = byId<HTMLVideoElement>('near')
  readonly #far = byId<HTMLVideoElement>('far')
  #texts: PhoneTexts = phoneTexts.en
  #phone: ShownPhone | null = null
  #words: string | null = null
  #isWaiting = false
  #tracks = ''
  #own: MediaStream | null = null

  constructor(actions: PhoneActions) {
    this.#actions = actions
    const pressed = (id: string, act: () => void): void => byId(id).addEventListener('click', act)
    pressed('answer', () => actions.answer(false))
    pressed('answer-video', () => actions.answer(true))
    pressed('decline', () => actions.hangUp())
    pressed('hang-up', () => actions.hangUp())
    pressed('mute', () => actions.toggleMute())
    pressed('hold', () => actions.toggleHold())
    document.querySelector('#phone-keypad .keys')!.append(...keys.map((key) => this.#keyOf(key)))
    byId('keypad').addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
      if (keys.includes(key) && !ctrlKey && !altKey && !metaKey) {
        this.#press(key)
      }
    })
    this.#far.addEventListener('resize', () => this.#showPictures())
  }

  speak(language: Language): void {
    this.#texts = phoneTexts[language]
    for (const element of document.querySelectorAll<HTMLElement>('[data-phone-text]')) {
      element.textContent = this.#texts[element.dataset.phoneText as 'mute']
    }
    for (const button of document.querySelectorAll<HTMLElement>('#phone-keypad .keys button')) {
      const { textContent: key } = button
      const name = key === '*' ? this.#texts.star : key === '#' ? this.#texts.pound : null
      if (name) {
        button.setAttribute('aria-label', name)
      }
    }
    this.#render()
  }

  /**
   * @param words what is to be said while the phone has no call
   * @param isWaiting whether there is something to hang up though the phone has no call
   */
  show(phone: ShownPhone | null, words: string | null = null, isWaiting = false): void {
    this.#phone = phone
    this.#words = words
    this.#isWaiting = isWaiting
    this.#render()
  }

  #render(): void {
    const phone = this.#phone
    const state = phone?.state ?? 'none'
    const isTalking = state === 'talking'
    const isRinging = state === 'ringing'
    setText(byId('state'), this.#wordsOf(phone))
    document.getElementById('phone')!.dataset.state = state
    const hangUp = byId<HTMLButtonElement>('hang-up')
    hangUp.hidden = isRinging
    hangUp.disabled = state === 'none' && !this.#isWaiting
    byId('answer').hidden = byId('decline').hidden = !isRinging
    byId('answer-video').hidden = !isRinging || !phone!.offersVideo
    for (const [id, isOn] of [['mute', phone?.isMuted], ['hold', phone?.holds]] as const) {
      const button = byId<HTMLButtonElement>(id)
      button.hidden = isRinging
      button.disabled = !isTalking
      button.setAttribute('aria-pressed', String(isTalking && isOn))
    }
    byId('keypad').hidden = !isTalking
    if (!isTalking) {
      byId('pressed').textContent = ''
    }
    this.#keepFocus()
    this.#attach(phone)
  }

  // What has the focus may be gone: the next thing to be heard of is the state.
  #keepFocus(): void {
    const focused = document.activeElement as HTMLElement | null
    if (!focused?.closest('#phone') || focused === byId('state')) {
      return
    }
    if (focused.closest('[hidden]') || (focused as HTMLButtonElement).disabled) {
      byId('state').focus()
    }
  }

  #wordsOf(phone: ShownPhone | null): string {
    const texts = this.#texts
    if (!phone || phone.state === 'none') {
      return this.#words ?? (phone?.end ? wordsOfEnd(phone.end, texts) : texts.states.none)
    }
    if (phone.state === 'ringing') {
      return texts.callOf.replace('{}', () => phone.peer)
    }
    if (phone.state !== 'talking') {
      return texts.states[phone.state]
    }
    const words = phone.holds ? texts.onHoldHere : phone.isHeld ? texts.onHoldThere : texts.states.talking
    return phone.isMuted ? `${words} ${texts.muted}` : words
  }

  #attach(phone: ShownPhone | null): void {
    const own = phone?.own ?? null
    if (own !== this.#own) {
      this.#own = own
      this.#ownLevel.watch(own)
      this.#near.srcObject = own?.getVideoTracks().length ? own : null
    }
    const far = phone?.far ?? null
    const tracks = far?.getTracks().map((track) => track.id).join(' ') ?? ''
    if (tracks !== this.#tracks) {
      this.#tracks = tracks
      this.#far.srcObject = far
      this.#farLevel.watch(far)
    }
    this.#showPictures()
  }

  // Sound alone has no size.
  #showPictures(): void {
    const [near, far] = [this.#near.srcObject !== null, this.#far.srcObject !== null && this.#far.videoWidth > 0]
    this.#near.hidden = !near
    this.#far.hidden = !far
    byId('pictures').hidden = !near && !far
  }

  #press(key: string): void {
    this.#actions.press(key)
    const pressed = byId('pressed')
    pressed.textContent = (pressed.textContent + key).slice(-pressedShownMax)
  }

  #keyOf(key: string): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'second'
    button.textContent = key
    button.addEventListener('click', () => this.#press(key))
    return button
  }
}
