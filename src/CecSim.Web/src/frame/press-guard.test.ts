import { beforeEach, describe, expect, it } from 'vitest'
import { PressGuard, restMs } from './press-guard'

describe('the guard', () => {
  let now: number
  let guard: PressGuard
  let pressed: string[]

  beforeEach(() => {
    document.body.innerHTML = '<header><button id="a"></button></header><main><button id="b"></button></main>'
    now = 10_000
    pressed = []
    // Each test has a root of its own, so that the guards of those before are not asked.
    const root = document.body.appendChild(document.createElement('div'))
    root.append(...document.querySelectorAll('header, main'))
    guard = new PressGuard(root as unknown as Document, () => now)
    root.addEventListener('click', (click) => pressed.push((click.target as Element).id))
  })

  function click(id: string, detail = 1): void {
    document.getElementById(id)!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }))
  }

  it('lets single presses through', () => {
    click('a')
    click('b')
    now += restMs
    click('b')

    expect(pressed).toEqual(['a', 'b', 'b'])
  })

  it('takes the second click of a double click for none, wherever it lands', () => {
    click('a')
    click('b', 2)

    expect(pressed).toEqual(['a'])
  })

  it('takes two taps on one button for one', () => {
    click('b')
    now += restMs - 1
    click('b')

    expect(pressed).toEqual(['b'])
  })

  it('lets no pointer press what has only now appeared, but keys', () => {
    guard.changed()
    click('b')
    click('a')
    click('b', 0)

    expect(pressed).toEqual(['a', 'b'])
    expect(document.body.hasAttribute('data-resting')).toBe(true)
  })

  it('lets no key press what the focus has only now gone to', () => {
    guard.moveFocus(document.getElementById('b')!)
    click('b', 0)
    now += restMs
    click('b', 0)

    expect(pressed).toEqual(['b'])
  })

  it('stops a key that is held down', () => {
    const key = (repeat: boolean, name = 'Enter'): boolean => document.getElementById('a')!.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, repeat, bubbles: true, cancelable: true }))

    expect([key(false), key(true), key(true, ' '), key(true, 'ArrowDown')]).toEqual([true, false, false, true])
  })
})
