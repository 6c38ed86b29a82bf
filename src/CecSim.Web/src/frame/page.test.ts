import { beforeEach, describe, expect, it } from 'vitest'
import { Page, type PageCallout } from './page'

const origin = 'https://crm.example'

class FakeFrame extends EventTarget {
  readonly told: [unknown, string][] = []
  readonly parent = { postMessage: (data: unknown, target: string) => this.told.push([data, target]) }

  receive(data: unknown, from = origin, source: unknown = this.parent): void {
    const message = new Event('message')
    this.dispatchEvent(Object.assign(message, { data, origin: from, source, ports: [] }))
  }
}

function envelope(eventType: string) {
  return { message: '', retcode: '0', event: { eventType, eventGenTime: 1, workNo: '1001', content: null } }
}

describe('the page around the frame', () => {
  let frame: FakeFrame
  let page: Page
  let called: PageCallout[]

  beforeEach(() => {
    frame = new FakeFrame()
    called = []
    page = new Page(frame as unknown as Window, { callout: (callout) => called.push(callout), news: () => {} })
  })

  it('is told what it subscribed to and nothing else, at its own origin', () => {
    page.trust(origin)
    frame.receive('{"name":"eventpost","param":["AgentState_Ready"]}')
    page.tell(envelope('AgentState_Ready'))
    page.tell(envelope('AgentState_Busy'))

    expect(frame.told).toEqual([[envelope('AgentState_Ready'), origin]])
  })

  it('may subscribe more than once', () => {
    page.trust(origin)
    frame.receive({ name: 'eventpost', param: ['AgentState_Ready'] })
    frame.receive({ name: 'eventpost', param: ['AgentState_Busy'] })
    page.tell(envelope('AgentState_Ready'))
    page.tell(envelope('AgentState_Busy'))

    expect(frame.told).toHaveLength(2)
  })

  it('is heard once it is known', () => {
    frame.receive({ name: 'callout', param: ['88889007', 'audio'] })
    expect(called).toEqual([])

    page.trust(origin)

    expect(called).toEqual([{ name: 'callout', number: '88889007', mode: 'audio' }])
  })

  it('is not heard when another origin than the validated one is around the frame', () => {
    page.trust(origin)
    frame.receive({ name: 'callout', param: ['88889007', 'audio'] }, 'https://evil.example')
    frame.receive({ name: 'callout', param: ['88889007', 'audio'] }, origin, {})

    expect(called).toEqual([])
  })

  it('is told nothing before it is known', () => {
    page.tell(envelope('AgentState_Ready'))

    expect(frame.told).toEqual([])
  })
})
