import { expect, it } from 'vitest'
import html from './agent.html?raw'
import { demoTexts } from './texts'

it('says everything in both languages', () => {
  const values = Object.values(demoTexts).flatMap((texts) => Object.values(texts) as string[])
  expect(values.filter((text) => text.trim() === '')).toEqual([])
})

it('has the English words in the page, for whoever reads it without its script', () => {
  document.documentElement.innerHTML = html
  const shown = [...document.querySelectorAll<HTMLElement>('[data-text]')]

  expect(shown.length).toBeGreaterThan(8)
  for (const element of shown) {
    expect(element.textContent).toBe(demoTexts.en[element.dataset.text as keyof typeof demoTexts.en])
  }
})
