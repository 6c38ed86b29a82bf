// Between the frame and the script around it, over a port of their own: pages that listen to message events get the
// agent's events and nothing else.
import type { Language } from './language'

/** From the frame. */
export interface PanelNews {
  /** Whether the panel should open by itself, for a call that rings or a thing to read. */
  attention?: boolean
  /** The colour of the button. */
  tone?: Tone
  /** The button's name for screen readers. */
  label?: string
  /** For screen readers, where the panel is closed: they hear nothing of what is hidden. */
  say?: string
  /** Who calls, for the title and a notification; null when it rings no more. */
  ring?: string | null
  /** A person chose it. */
  language?: Language
  /** A person pressed the button for it; browsers ask for nothing else. */
  askToNotify?: boolean
  close?: boolean
}

export interface PanelGreeting {
  cecsim: 'panel'
  lang: Language
}

/** To the frame. */
export interface PageNews {
  /** The page has another language now. */
  lang?: Language
  /** Somebody has used the page: sound is allowed from then on. */
  isUsed?: boolean
  /** Whether the page may notify; 'none' where nothing can be asked. */
  notifications?: NotificationPermission | 'none'
}

export type Tone = 'off' | 'good' | 'busy' | 'call'
