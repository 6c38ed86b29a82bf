import { keepLanguage, languageChosen, languageFor, languageOf } from '../messages/language'
import type { PageNews, PanelNews, Tone } from '../messages/panel'
import { Notifying } from './notifying'

export interface Panel {
  frame: HTMLIFrameElement
  /** Obeys the frame, and tells it of the page. */
  connect(port: MessagePort): void
}

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
  position: 'fixed', right: '20px', bottom: '20px', zIndex: '2147483000', display: 'flex', flexDirection: 'column',
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
export function openPanel(page: Document): Panel {
  const box = page.createElement('div')
  box.id = 'cckbar_popup'
  Object.assign(box.style, boxStyle)

  const frame = page.createElement('iframe')
  frame.name = 'ccbarclient'
  frame.allow = 'microphone; camera; autoplay'
  Object.assign(frame.style, frameStyle)

  const button = page.createElement('button')
  button.type = 'button'
  button.innerHTML = icon
  Object.assign(button.style, buttonStyle)

  const announcement = page.createElement('div')
  announcement.setAttribute('role', 'status')
  Object.assign(announcement.style, unseenStyle)
  box.append(frame, button, announcement)
  page.body.append(box)
  return wire(page, { frame, button, announcement })
}

interface Parts {
  frame: HTMLIFrameElement
  button: HTMLButtonElement
  announcement: HTMLElement
}

function wire(page: Document, { frame, button, announcement }: Parts): Panel {
  const room = matchMedia(narrow)
  let port: MessagePort | null = null
  let isOpen = false
  let rest: ReturnType<typeof setTimeout> | undefined

  // At rest: what is hidden is out of the way, and what is open takes clicks.
  const settle = (): void => {
    const isFull = isOpen && room.matches
    Object.assign(frame.style, isFull ? fullStyle : besideStyle, {
      // Not display: none, which would keep some browsers from running the frame.
      visibility: isOpen ? 'visible' : 'hidden',
      position: isFull ? 'fixed' : isOpen ? 'static' : 'absolute',
      opacity: '1',
      pointerEvents: isOpen ? 'auto' : 'none',
    })
    // What covers everything would hide the focus on a button below it.
    button.style.visibility = isFull ? 'hidden' : 'visible'
  }
  const open = (opens: boolean): void => {
    if (opens === isOpen) {
      return
    }
    isOpen = opens
    button.setAttribute('aria-expanded', String(isOpen))
    // The frame stays for the other half of a double click that closes, and the button for that of one that opens.
    if (isOpen) {
      settle()
      frame.style.pointerEvents = 'none'
    } else {
      frame.style.opacity = '0'
    }
    button.style.visibility = 'visible'
    clearTimeout(rest)
    rest = setTimeout(settle, restMs)
  }
  const notifying = new Notifying(page, () => open(true))
  const tell = (news: PageNews): void => port?.postMessage(news)
  const obey = (news: PanelNews): void => {
    if (news.tone) {
      button.style.background = tones[news.tone]
    }
    if (news.label) {
      button.setAttribute('aria-label', news.label)
      button.title = news.label
      frame.title = news.label
    }
    if (news.say !== undefined) {
      announcement.textContent = isOpen ? '' : news.say
    }
    if (news.ring !== undefined) {
      notifying.ring(news.ring)
    }
    if (news.language) {
      keepLanguage(news.language)
      page.dispatchEvent(new CustomEvent(languageChosen, { detail: news.language }))
    }
    if (news.askToNotify && notifying.permission === 'default') {
      void Notification.requestPermission().then((notifications) => tell({ notifications }))
    }
    if (news.attention) {
      open(true)
    }
    if (news.close) {
      open(false)
      button.focus()
    }
  }

  button.addEventListener('click', (click) => {
    if (click.detail < 2) {
      open(!isOpen)
    }
  })
  button.addEventListener('keydown', (key) => {
    if (key.repeat) {
      key.preventDefault()
    }
  })
  room.addEventListener('change', settle)
  for (const use of ['click', 'keydown']) {
    page.addEventListener(use, () => tell({ isUsed: true }), { capture: true })
  }
  new MutationObserver(() => tell({ lang: languageOf(page.documentElement.lang) }))
    .observe(page.documentElement, { attributeFilter: ['lang'] })
  obey({ tone: 'off', label: languageFor(page) === 'zh' ? '接续条' : 'Connection bar' })
  button.setAttribute('aria-expanded', 'false')
  settle()
  return {
    frame,
    connect: (newPort) => {
      port = newPort
      port.onmessage = (message: MessageEvent<PanelNews>) => obey(message.data)
      tell({ notifications: notifying.permission })
    },
  }
}
