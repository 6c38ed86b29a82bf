// The script that a page gets for its credentials (Connection Bar, 5.4). It may be evaluated any number of times:
// jQuery evaluates an answer typed as JavaScript, and then the documented page does so again.
import { isEnvelope } from '../messages/envelope'
import { languageFor } from '../messages/language'
import type { PanelGreeting } from '../messages/panel'
import { Panel } from './panel'

interface Boot {
  /** From where the script was loaded, as in https://host/service-cloud/ */
  context: string
  session: string
  /** A fault: how much later the frame is there. */
  frameLateMs?: number
}

declare const cecsimBar: Boot

function start(boot: Boot): void {
  window.listeners ??= {}
  window.$saicc_ContextPath = boot.context
  // As chapter 7 prints the beginning of the script: without the slash at its end.
  window.$ContextPath = boot.context.replace(/\/$/, '')
  window.$aicc_ContextPath ??= boot.context
  if (window.cecsimBarSession === boot.session) {
    return
  }

  window.cecsimBarSession = boot.session
  document.getElementById('cckbar_popup')?.remove()
  const origin = new URL(boot.context).origin
  const panel = new Panel(document)
  greetWhenLoaded(panel, origin)
  passEventsOn(panel, origin)
  const load = (): void => {
    panel.frame.src = `${boot.context}ccdesktop/pages/cc-bar/frame.html`
  }
  if (boot.frameLateMs) {
    setTimeout(load, boot.frameLateMs)
  } else {
    load()
  }
}

function greetWhenLoaded(panel: Panel, origin: string): void {
  panel.frame.addEventListener('load', () => {
    if (!panel.frame.src.startsWith(`${origin}/`)) {
      return
    }
    const { port1, port2 } = new MessageChannel()
    const greeting: PanelGreeting = { cecsim: 'panel', lang: languageFor(document) }
    panel.frame.contentWindow?.postMessage(greeting, origin, [port2])
    panel.connect(port1)
  })
}

// The message event itself is there for pages that listen to it (6.1); others have a listener by name (5.4).
function passEventsOn(panel: Panel, origin: string): void {
  let isTold = false
  window.addEventListener('message', (message) => {
    const isOfFrame = message.source !== null && message.source === panel.frame.contentWindow
    if (!isOfFrame || message.origin !== origin || !isEnvelope(message.data)) {
      return
    }
    const listener = window.listeners?.eventpost
    if (typeof listener === 'function') {
      listener(message.data)
    } else if (!isTold) {
      // The document's own page ends so: what it assigns is defined nowhere.
      isTold = true
      console.info(
        `CecSim: ${message.data.event.eventType} came as a message event only: ` +
          'window.listeners["eventpost"] is no function (Connection Bar, 5.4.1)',
      )
    }
  })
}

if (document.body) {
  start(cecsimBar)
} else {
  document.addEventListener('DOMContentLoaded', () => start(cecsimBar), { once: true })
}
