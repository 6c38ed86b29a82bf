import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Notifying } from './notifying'

class FakeNotification {
  static permission = 'granted'
  static readonly shown: FakeNotification[] = []
  onclick: (() => void) | null = null
  isClosed = false

  constructor(readonly title: string) {
    FakeNotification.shown.push(this)
  }

  close(): void {
    this.isClosed = true
  }
}

describe('a page that nobody looks at', () => {
  let opened: number
  let notifying: Notifying

  beforeEach(() => {
    opened = 0
    FakeNotification.shown.length = 0
    FakeNotification.permission = 'granted'
    vi.stubGlobal('Notification', FakeNotification)
    vi.stubGlobal('isSecureContext', true)
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    document.title = 'CRM'
    notifying = new Notifying(document, () => opened++)
  })

  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('has the call in its title until it rings no more', () => {
    notifying.ring('Incoming call: 1')
    notifying.ring('Incoming call: 2')
    expect(document.title).toBe('☎ Incoming call: 2 – CRM')

    notifying.ring(null)
    expect(document.title).toBe('CRM')
  })

  it('keeps a title that it has given itself meanwhile', () => {
    notifying.ring('Incoming call: 1')
    document.title = 'Another customer'
    notifying.ring(null)

    expect(document.title).toBe('Another customer')
  })

  it('notifies, and opens the bar when that is pressed', () => {
    notifying.ring('Incoming call: 1')
    notifying.ring('Incoming call: 1')
    expect(FakeNotification.shown.map((n) => n.title)).toEqual(['Incoming call: 1'])

    FakeNotification.shown[0]!.onclick!()
    notifying.ring(null)

    expect(opened).toBe(1)
    expect(FakeNotification.shown[0]!.isClosed).toBe(true)
  })

  it('does not notify whom it may not, or who looks', () => {
    FakeNotification.permission = 'denied'
    notifying.ring('Incoming call: 1')
    FakeNotification.permission = 'granted'
    vi.mocked(document.hasFocus).mockReturnValue(true)
    notifying.ring('Incoming call: 2')

    expect(FakeNotification.shown).toEqual([])
  })

  it('cannot be asked where the browser has none, or the page is not secure', () => {
    vi.stubGlobal('isSecureContext', false)

    expect(notifying.permission).toBe('none')
  })
})
