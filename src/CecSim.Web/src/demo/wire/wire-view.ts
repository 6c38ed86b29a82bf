import type { Language } from '../../messages/language'
import type { Happening, Tell } from './happening'
import { WireLog, type Entry } from './wire-log'
import { protocolOf, sentenceOf, wireTexts } from './wire-texts'

/** Shows what happens, the newest first, in words. */
export class WireView {
  readonly #log = new WireLog()
  readonly #list: HTMLElement
  readonly #dropped: HTMLElement
  #language: Language = 'en'

  constructor(list: HTMLElement, dropped: HTMLElement) {
    this.#list = list
    this.#dropped = dropped
    this.speak('en')
  }

  readonly tell: Tell = (happening) => {
    const entry = this.#log.add(happening)
    this.#list.prepend(this.#rowOf(entry))
    while (this.#list.childElementCount > this.#log.entries.length) {
      this.#list.lastElementChild!.remove()
    }
    this.#showDropped()
  }

  speak(language: Language): void {
    this.#language = language
    this.#list.replaceChildren(...this.#log.entries.map((entry) => this.#rowOf(entry)).reverse())
    if (this.#log.entries.length === 0) {
      const nothing = document.createElement('li')
      nothing.textContent = wireTexts[language].nothing
      this.#list.append(nothing)
    }
    this.#showDropped()
  }

  #showDropped(): void {
    const { dropped } = this.#log
    this.#dropped.textContent = dropped === 0 ? '' : wireTexts[this.#language].dropped.replace('{}', String(dropped))
  }

  #rowOf({ at, happening }: Entry): HTMLElement {
    const row = document.createElement('li')
    row.dataset.kind = happening.kind
    row.toggleAttribute('data-bad', isBad(happening))
    const time = document.createElement('time')
    time.dateTime = at.toISOString()
    time.textContent = at.toLocaleTimeString('en-GB')
    const protocol = document.createElement('b')
    protocol.textContent = protocolOf(happening)
    const sentence = document.createElement('span')
    sentence.textContent = sentenceOf(happening, this.#language)
    row.append(time, protocol, sentence)
    return row
  }
}

function isBad(happening: Happening): boolean {
  switch (happening.kind) {
    case 'answer': return happening.status >= 400 || (happening.resultCode ?? '0') !== '0'
    case 'unanswered': return true
    case 'event': return happening.eventId === 168103 || happening.eventId === 168105
    case 'sip': return (happening.line.status ?? 0) >= 400 && happening.line.status !== 401
    case 'ice': case 'dtls': return happening.state === 'failed'
    default: return false
  }
}
