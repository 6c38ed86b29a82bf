import { beforeEach, describe, expect, it, vi } from 'vitest'

const context = 'https://cec.example:5443/service-cloud/'
const envelope = {
  message: '',
  retcode: '0',
  event: { eventType: 'AgentState_Ready', eventGenTime: 1, workNo: '1', content: null },
}

async function evaluate(boot: object): Promise<void> {
  vi.resetModules()
  Object.assign(globalThis, { cecsimBar: boot })
  await import('./ccbarclient')
}

function frame(): HTMLIFrameElement {
  return document.querySelector('iframe')!
}

describe('the script', () => {
  beforeEach(() => {
    document.body.innerHTML = '<p>A page</p>'
    Reflect.deleteProperty(window, 'cecsimBarSession')
    Reflect.deleteProperty(window, 'listeners')
    Reflect.deleteProperty(window, '$aicc_ContextPath')
    Reflect.deleteProperty(window, '$saicc_ContextPath')
  })

  it('makes what the document names, and asks for the frame at once', async () => {
    await evaluate({ context, session: '1' })

    expect(document.getElementById('cckbar_popup')!.tagName).toBe('DIV')
    expect(frame().name).toBe('ccbarclient')
    expect(frame().src).toBe(`${context}ccdesktop/pages/cc-bar/frame.html`)
    expect(window.listeners).toEqual({})
    expect(window.$saicc_ContextPath).toBe(context)
    expect(window.$ContextPath).toBe('https://cec.example:5443/service-cloud')
    expect(document.querySelector('p')!.textContent).toBe('A page')
  })

  it('gives the page the path that the document lets it name, unless it has one', async () => {
    await evaluate({ context, session: '1' })
    expect(window.$aicc_ContextPath).toBe(context)

    window.$aicc_ContextPath = 'https://own.example/service-cloud/'
    await evaluate({ context, session: '2' })
    expect(window.$aicc_ContextPath).toBe('https://own.example/service-cloud/')
    expect(window.$saicc_ContextPath).toBe(context)
  })

  it('does nothing the second time, and starts anew for another session', async () => {
    await evaluate({ context, session: '1' })
    const first = frame()
    window.listeners!.eventpost = () => {}

    await evaluate({ context, session: '1' })
    expect(frame()).toBe(first)
    expect(window.listeners!.eventpost).toBeTypeOf('function')

    await evaluate({ context, session: '2' })
    expect(frame()).not.toBe(first)
    expect(document.querySelectorAll('#cckbar_popup')).toHaveLength(1)
  })

  it('passes envelopes of the frame on to the listener, and nobody else', async () => {
    await evaluate({ context, session: '1' })
    const told: unknown[] = []
    window.listeners!.eventpost = (data) => told.push(data)
    const post = (data: unknown, origin: string, source: unknown): void => {
      window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
    }

    const inside = { postMessage() {} }
    Object.defineProperty(frame(), 'contentWindow', { value: inside })
    post(envelope, 'https://cec.example:5443', inside)
    post(envelope, 'https://evil.example', inside)
    post(envelope, 'https://cec.example:5443', {})
    post({ hello: 1 }, 'https://cec.example:5443', inside)
    post(envelope, 'https://cec.example:5443', null)
    post(null, 'https://cec.example:5443', inside)

    expect(told).toEqual([envelope])
  })

  it('says once that a page without a listener gets message events only', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {})
    await evaluate({ context, session: '1' })
    const inside = { postMessage() {} }
    Object.defineProperty(frame(), 'contentWindow', { value: inside })
    const post = (): void => {
      const message = { data: envelope, origin: 'https://cec.example:5443', source: inside }
      window.dispatchEvent(Object.assign(new Event('message'), message))
    }

    post()
    post()

    expect(info).toHaveBeenCalledTimes(1)
    expect(info.mock.calls[0]![0]).toContain('AgentState_Ready came as a message event only')
    info.mockRestore()
  })

  it('loads a late frame late', async () => {
    vi.useFakeTimers()
    await evaluate({ context, session: '1', frameLateMs: 3000 })
    expect(frame().getAttribute('src')).toBeNull()

    vi.advanceTimersByTime(3000)

    expect(frame().src).toContain('frame.html')
    vi.useRealTimers()
  })

  it('opens and closes the panel with its button', async () => {
    await evaluate({ context, session: '1' })
    const button = document.querySelector<HTMLButtonElement>('#cckbar_popup > button')!
    expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(frame().style.visibility).toBe('hidden')

    button.click()

    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(frame().style.visibility).toBe('visible')
  })
})
