// Between the frame and the script around it, over a port of their own: pages that listen to message events get the
// agent's events and nothing else.
export interface PanelNews {
  /** Whether the panel should open by itself, for a call that rings or a thing to read. */
  attention?: boolean
  /** The colour of the button. */
  tone?: Tone
  /** The button's name for screen readers. */
  label?: string
  close?: boolean
}

export interface PanelGreeting {
  cecsim: 'panel'
  lang: string
}

export type Tone = 'off' | 'good' | 'busy' | 'call'
