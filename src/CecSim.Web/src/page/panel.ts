import type { PanelNews, Tone } from '../messages/panel'

export interface Panel {
  frame: HTMLIFrameElement
  show(news: PanelNews): void
}

const tones: Record<Tone, string> = { off: '#5f6b7a', good: '#0b7a45', busy: '#b4540a', call: '#1f5fd0' }

const icon =
  '<svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" fill="none" stroke="#fff" stroke-width="1.8" ' +
  'stroke-linecap="round" stroke-linejoin="round"><path d="M4 13v-1a8 8 0 0 1 16 0v1"/>' +
  '<path d="M20 13.5v3a2 2 0 0 1-2 2h-1v-6h1a2 2 0 0 1 2 1Z"/>' +
  '<path d="M4 13.5v3a2 2 0 0 0 2 2h1v-6H6a2 2 0 0 0-2 1Z"/>' +
  '<path d="M18 18.5c0 1.7-2 2.5-4 2.5"/></svg>'

// Styled on the elements themselves, by script: a page's own style sheets and content security policy stay out of it.
const boxStyle: Partial<CSSStyleDeclaration> = {
  position: 'fixed', right: '20px', bottom: '20px', zIndex: '2147483000', display: 'flex', flexDirection: 'column',
  alignItems: 'flex-end', gap: '12px', margin: '0', padding: '0', pointerEvents: 'none',
}
const frameStyle: Partial<CSSStyleDeclaration> = {
  width: 'min(348px, calc(100vw - 40px))', height: 'min(500px, calc(100vh - 110px))', border: '0',
  borderRadius: '14px', background: '#fff', pointerEvents: 'auto',
  boxShadow: '0 12px 40px rgb(15 30 55 / 28%), 0 0 0 1px rgb(15 30 55 / 10%)', colorScheme: 'light',
}
const buttonStyle: Partial<CSSStyleDeclaration> = {
  width: '56px', height: '56px', borderRadius: '50%', border: '3px solid #fff', padding: '0', cursor: 'pointer',
  display: 'grid', placeItems: 'center', pointerEvents: 'auto', boxShadow: '0 4px 16px rgb(15 30 55 / 35%)',
}

/** The button in the lower right corner, and the frame above it (chapter 7, step 3). */
export function openPanel(page: Document): Panel {
  const box = page.createElement('div')
  box.id = 'cckbar_popup'
  Object.assign(box.style, boxStyle)

  const frame = page.createElement('iframe')
  frame.name = 'ccbarclient'
  frame.title = 'Connection bar'
  frame.allow = 'microphone; camera; autoplay'
  Object.assign(frame.style, frameStyle)

  const button = page.createElement('button')
  button.type = 'button'
  button.innerHTML = icon
  Object.assign(button.style, buttonStyle)
  box.append(frame, button)
  page.body.append(box)

  const open = (isOpen: boolean): void => {
    // Not display: none, which would keep some browsers from running the frame.
    Object.assign(frame.style, isOpen
      ? { visibility: 'visible', position: 'static' }
      : { visibility: 'hidden', position: 'absolute' })
    button.setAttribute('aria-expanded', String(isOpen))
  }
  const show = (news: PanelNews): void => {
    if (news.tone) {
      button.style.background = tones[news.tone]
    }
    if (news.label) {
      button.setAttribute('aria-label', news.label)
      button.title = news.label
      frame.title = news.label
    }
    if (news.attention) {
      open(true)
    }
    if (news.close) {
      open(false)
      button.focus()
    }
  }
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'))
  show({ tone: 'off', label: 'Connection bar' })
  open(false)
  return { frame, show }
}
