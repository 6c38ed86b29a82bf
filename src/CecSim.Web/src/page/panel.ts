import { keepLanguage, languageChosen, languageFor, languageOf } from '../messages/language'
import type { PageNews, PanelNews, Tone } from '../messages/panel'
import { Notifying } from './notifying'

const tones: Record<Tone, string> = { off: '#5f6b7a', good: '#0b7a45', busy: '#b4540a', call: '#1f5fd0' }

const icon =
  '<svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" fill="none" stroke="currentColor" ' +
  'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="M4 13v-1a8 8 0 0 1 16 0v1"/>' +
  '<path d="M20 13.5v3a2 2 0 0 1-2 2h-1v-6h1a2 2 0 0 1 2 1Z"/>' +
  '<path d="M4 13.5v3a2 2 0 0 0 2 2h1v-6H6a2 2 0 0 0-2 1Z"/>' +
  '<path d="M18 18.5c0 1.7-2 2.5-4 2.5"/></svg>'

/** What opens under the pointer, or leaves from under it, takes no click for so long: half of a double click. */
const restMs = 500

/** Where so little room is, the open panel takes all of it. */
const narrow = '(max-width: 420px), (max-height: 600px)'

// Styled on the elements themselves, by script: a page's own style sheets and content security policy stay out of it.
const boxStyle: Partial<CSSStyleDeclaration> = {
  position: 'fixed', right: '20px', bottom: '20px', zIndex: '2147483000', display: 'flex',
  // The frame is above the button, and after it in the order of the keyboard.
  flexDirection: 'column-reverse',
  alignItems: 'flex-end', gap: '12px', margin: '0', padding: '0', pointerEvents: 'none',
}
const frameStyle: Partial<CSSStyleDeclaration> = {
  border: '0', background: '#fff', colorScheme: 'light', boxSizing: 'border-box',
  boxShadow: '0 12px 40px rgb(15 30 55 / 28%), 0 0 0 1px rgb(15 30 55 / 10%)',
}
const besideStyle: Partial<CSSStyleDeclaration> = {
  inset: 'auto', width: '348px', height: '500px', borderRadius: '14px',
}
const fullStyle: Partial<CSSStyleDeclaration> = {
  inset: '0', width: '100%', height: '100%', borderRadius: '0',
}
const buttonStyle: Partial<CSSStyleDeclaration> = {
  width: '56px', height: '56px', borderRadius: '50%', border: '3px solid #fff', padding: '0', cursor: 'pointer',
  display: 'grid', placeItems: 'center', pointerEvents: 'auto', boxShadow: '0 4px 16px rgb(15 30 55 / 35%)',
  color: '#fff', touchAction: 'manipulation', position: 'relative', zIndex: '1',
}
const unseenStyle: Partial<CSSStyleDeclaration> = {
  position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap',
}

/** The button in the lower right corner, and the frame above it (chapter 7, step 3). */
export class Panel {
  readonly frame: HTMLIFrameElement
  readonly #page: Document
  readonly #button: HTMLButtonElement
  readonly #announcement: HTMLElement
  readonly #notifying: Notifying
  readonly #room = matchMedia(narrow)
  #port: MessagePort | null = null
  #isOpen = false
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(page: Document) {
    this.#page = page
    this.#notifying = new Notifying(page, () => this.#open(true))
    const box = page.createElement('div')
    box.id = 'cckbar_popup'
    Object.assign(box.style, boxStyle)

    this.frame = page.createElement('iframe')
    this.frame.name = 'ccbarclient'
    this.frame.allow = 'microphone; camera; autoplay'
    Object.assign(this.frame.style, frameStyle)

    this.#button = page.createElement('button')
    this.#button.type = 'button'
    this.#button.innerHTML = icon
    this.#button.setAttribute('aria-expanded', 'false')
    Object.assign(this.#button.style, buttonStyle)

    this.#announcement = page.createElement('div')
    this.#announcement.setAttribute('role', 'status')
    Object.assign(this.#announcement.style, unseenStyle)
    box.append(this.#button, this.frame, this.#announcement)
    page.body.append(box)

    this.#obey({ tone: 'off', label: languageFor(page) === 'zh' ? '接续条' : 'Connection bar' })
    this.#settle()
    this.#listen()
  }

  /** Obeys the frame, and tells it of the page. */
  connect(port: MessagePort): void {
    this.#port = port
    port.onmessage = (message: MessageEvent<PanelNews>) => this.#obey(message.data)
    this.#tell({ notifications: this.#notifying.permission })
  }

  #listen(): void {
    this.#button.addEventListener('click', (click) => {
      if (click.detail < 2) {
        this.#open(!this.#isOpen)
      }
    })
    this.#button.addEventListener('keydown', (key) => {
      if (key.repeat) {
        key.preventDefault()
      }
    })
    this.#room.addEventListener('change', () => this.#settle())
    for (const use of ['click', 'keydown']) {
      this.#page.addEventListener(use, () => this.#tell({ isUsed: true }), { capture: true })
    }
    const root = this.#page.documentElement
    new MutationObserver(() => this.#tell({ lang: languageOf(root.lang) })).observe(root, { attributeFilter: ['lang'] })
  }

  #tell(news: PageNews): void {
    this.#port?.postMessage(news)
  }

  #obey(news: PanelNews): void {
    if (news.tone) {
      this.#button.style.background = tones[news.tone]
    }
    if (news.label) {
      this.#button.setAttribute('aria-label', news.label)
      this.#button.title = news.label
      this.frame.title = news.label
    }
    if (news.say !== undefined) {
      this.#announcement.textContent = this.#isOpen ? '' : news.say
    }
    if (news.ring !== undefined) {
      this.#notifying.ring(news.ring)
    }
    if (news.language) {
      keepLanguage(news.language)
      this.#page.dispatchEvent(new CustomEvent(languageChosen, { detail: news.language }))
    }
    if (news.askToNotify && this.#notifying.permission === 'default') {
      void Notification.requestPermission().then((notifications) => this.#tell({ notifications }))
    }
    if (news.attention) {
      this.#open(true)
    }
    if (news.close) {
      this.#open(false)
      this.#button.focus()
    }
  }

  #open(opens: boolean): void {
    if (opens === this.#isOpen) {
      return
    }
    this.#isOpen = opens
    this.#button.setAttribute('aria-expanded', String(opens))
    // The frame stays for the other half of a double click that closes, and the button for that of one that opens.
    if (opens) {
      this.#settle()
      this.frame.style.pointerEvents = 'none'
    } else {
      this.frame.style.opacity = '0'
    }
    this.#button.style.visibility = 'visible'
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#settle(), restMs)
  }

  /** At rest: what is hidden is out of the way, and what is open takes clicks. */
  #settle(): void {
    const isFull = this.#isOpen && this.#room.matches
    Object.assign(this.frame.style, isFull ? fullStyle : besideStyle, {
      // Not display: none, which would keep some browsers from running the frame.
      visibility: this.#isOpen ? 'visible' : 'hidden',
      position: isFull ? 'fixed' : this.#isOpen ? 'static' : 'absolute',
      opacity: '1',
      pointerEvents: this.#isOpen ? 'auto' : 'none',
    })
    // What covers everything would hide the focus on a button below it.
    this.#button.style.visibility = isFull ? 'hidden' : 'visible'
  }
}
