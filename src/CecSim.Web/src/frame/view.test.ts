import { beforeEach, describe, expect, it } from 'vitest'
import type { Agent, AgentState } from './agent'
import { en, zh } from './texts'
import html from './frame.html?raw'
import { View } from './view'

const call = { callid: '1-1', number: '88889007', mode: 'audio' as const, outbound: false }

describe('the bar', () => {
  let asked: string[]
  let view: View

  beforeEach(() => {
    document.body.innerHTML = /<body>(.*)<script/s.exec(html)![1]!
    asked = []
    view = new View(en, (action, body) => asked.push(body ? `${action} ${JSON.stringify(body)}` : action))
  })

  function show(state: AgentState, more: Partial<Agent> = {}): void {
    view.show({
      workNo: 1001, name: 'Ann', state, sinceMs: 5_000, queues: ['voice-click', 'sales'], mayDecline: true,
      muted: false, needsHelp: false, ...more,
    })
  }

  function isVisible(element: Element): boolean {
    return element.closest('[hidden]') === null
  }

  function buttons(): string[] {
    return [...document.querySelectorAll('main button')].filter(isVisible).map((b) => b.textContent!)
  }

  function press(text: string): void {
    const button = [...document.querySelectorAll<HTMLButtonElement>('button')].find((b) => b.textContent === text)
    button!.click()
  }

  it.each<[AgentState, string[]]>([
    ['signedOut', ['Sign in']],
    ['ready', ['Voice call', 'Video call']],
    ['ringing', ['Answer', 'Decline']],
    ['dialing', ['Hang up']],
    ['talking', ['Mute', 'Hold', 'Transfer', 'Help', 'Hang up']],
    ['holding', ['Resume', 'Transfer', 'Help', 'Hang up']],
  ])('offers in state %s what can be done there', (state, expected) => {
    show(state, ['ringing', 'dialing', 'talking', 'holding'].includes(state) ? { call } : {})

    expect(buttons()).toEqual(expected)
  })

  it('lets only a role that may reject calls do so', () => {
    show('ringing', { call, mayDecline: false })

    expect(buttons()).toEqual(['Answer'])
  })

  it('hands on no call that the agent made', () => {
    show('talking', { call: { ...call, outbound: true } })

    expect(buttons()).toEqual(['Mute', 'Hold', 'Help', 'Hang up'])
  })

  it('says who calls, and how long', () => {
    show('ringing', { call, sinceMs: 65_000 })

    const words = document.getElementById('call')!.textContent!.replace(/\s+/g, ' ')
    expect(words).toContain('Incoming call')
    expect(words).toContain('88889007')
    expect(words).toContain('01:05')
    expect(document.getElementById('announcement')!.textContent).toBe('Incoming call: 88889007')
  })

  it('counts the talk on while the call is held', () => {
    show('talking', { call, sinceMs: 60_000 })
    show('holding', { call, sinceMs: 0 })

    expect(document.getElementById('call-clock')!.textContent).toBe('01:00')
    expect(document.getElementById('state-clock')!.textContent).toBe('00:00')
  })

  it('asks for help with one click, and says that it has', () => {
    show('talking', { call })
    press('Help')
    expect(asked).toEqual(['seek-help'])

    show('talking', { call, needsHelp: true })
    press('Help asked for')

    expect(asked).toEqual(['seek-help', 'cancel-help'])
  })

  it('mutes until the call ends', () => {
    show('talking', { call })
    press('Mute')
    expect(document.getElementById('mute')!.getAttribute('aria-pressed')).toBe('true')

    show('ready')
    show('talking', { call: { ...call, callid: '1-2' } })

    expect(document.getElementById('mute')!.getAttribute('aria-pressed')).toBe('false')
  })

  it('calls the number without what only makes it readable', () => {
    show('ready')
    document.querySelector<HTMLInputElement>('#number')!.value = '+49 (30) 88-889 007'
    press('Video call')

    expect(asked).toEqual(['callout {"number":"+493088889007","mode":"video"}'])
  })

  it('dials no letters, and says why', () => {
    show('ready')
    document.querySelector<HTMLInputElement>('#number')!.value = '1380 ANN'
    press('Voice call')
    press('Video call')

    expect(asked).toEqual([])
    expect(document.getElementById('number-problem')!.textContent).toBe(en.numberWrong)
    expect(document.getElementById('number')!.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement!.id).toBe('number')
  })

  it('has an empty field again once the number was called', () => {
    show('ready')
    document.querySelector<HTMLInputElement>('#number')!.value = '1380'
    show('dialing', { call: { ...call, outbound: true } })

    expect(document.querySelector<HTMLInputElement>('#number')!.value).toBe('')
  })

  it('has nothing to press but the way back while the person is at another page', () => {
    view.show({
      workNo: 1001, state: 'ringing', sinceMs: 0, queues: [], mayDecline: true, muted: false, needsHelp: false, call,
    }, true)

    expect(buttons()).toEqual(['Use it here'])
    expect(document.querySelector<HTMLButtonElement>('#status')!.disabled).toBe(true)
    expect(document.getElementById('announcement')!.textContent).toBe('')
  })

  it('offers the way back to who missed a call, and only then', () => {
    show('notReady')
    expect(buttons()).not.toContain('Take calls again')

    show('notReady', { lastCall: { callid: '1-1', number: '1', end: 'missed' } })
    expect(buttons()).toContain('Take calls again')
    press('Take calls again')

    expect(asked).toEqual(['cancel-not-ready'])
  })

  it('says the most pressing thing, in the language of the moment', () => {
    show('ready')
    view.note('outcome', () => 'over')
    expect(view.note('trouble', (t) => t.lost)).toBe(en.lost)
    view.setTexts(zh)
    expect(document.getElementById('note')!.textContent).toBe(zh.lost)

    expect(view.note('trouble', null)).toBe('over')
  })

  it('transfers to the queue that was chosen', () => {
    show('talking', { call })
    press('Transfer')
    document.querySelector<HTMLSelectElement>('#queue')!.value = 'queue:sales'
    document.querySelector<HTMLFormElement>('#transfer-form')!.dispatchEvent(new Event('submit', { cancelable: true }))

    expect(asked).toEqual(['transfer {"queue":"sales"}'])
  })

  it('talks first to the agent that was chosen, or to a number that was written', () => {
    show('talking', { call, colleagues: [{ workNo: 102, name: 'Ben' }] })
    press('Transfer')
    document.querySelector<HTMLSelectElement>('#queue')!.value = 'agent:102'
    press('Talk first')
    document.querySelector<HTMLInputElement>('#transfer-number')!.value = ' 13800000000 '
    press('Talk first')

    expect(asked).toEqual(['consult {"agent":"102"}', 'consult {"number":"13800000000"}'])
  })

  it.each<[NonNullable<Agent['consultation']>, string[]]>([
    ['trying', ['Back to customer', 'Help', 'Hang up']],
    ['consulting', ['Hand over', 'Conference', 'Back to customer', 'Help', 'Hang up']],
  ])('offers in a consultation that is %s what can be done there', (consultation, expected) => {
    show('holding', { call, consultation })

    expect(buttons()).toEqual(expected)
  })

  it('has a menu for the keyboard', () => {
    show('ready')
    const status = document.getElementById('status')!
    status.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }))
    expect(status.getAttribute('aria-expanded')).toBe('true')
    expect(document.activeElement!.textContent).toBe('Busy')

    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
    expect(document.activeElement!.textContent).toBe('Sign out')
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    expect(document.activeElement!.textContent).toBe('Busy')

    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(status.getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(status)
  })

  it.each<[AgentState, string, string]>([
    ['ready', 'Rest', 'rest'],
    ['notReady', 'Ready', 'cancel-not-ready'],
    ['resting', 'Ready', 'cancel-rest'],
    ['wrapUp', 'Ready', 'cancel-work'],
    ['working', 'Busy', 'not-ready'],
  ])('in state %s takes %s for %s', (state, choice, action) => {
    show(state)
    press(choice)

    expect(asked).toEqual([action])
  })

  it('has nothing to press once its page is signed off', () => {
    show('talking', { call })
    view.signedOff()

    expect(buttons()).toEqual([])
    expect(document.body.dataset.state).toBeUndefined()
  })

  it('has nothing to choose in a call', () => {
    show('talking', { call })

    expect(document.querySelector<HTMLButtonElement>('#status')!.disabled).toBe(true)
  })

  it('changes its language while it is used', () => {
    show('ringing', { call })
    view.setTexts(zh)

    expect(buttons()).toEqual(['接听', '拒接'])
    expect(document.getElementById('status')!.getAttribute('aria-label')).toBe('状态: 振铃')
  })

  it('names every button and field', () => {
    show('ready')
    const unnamed = [...document.querySelectorAll('button, input, select')]
      .filter((e) => !e.textContent!.trim() && !e.getAttribute('aria-label'))
      .filter((e) => !document.querySelector(`label[for=${e.id}]`))

    expect(unnamed.map((e) => e.id)).toEqual([])
  })
})
