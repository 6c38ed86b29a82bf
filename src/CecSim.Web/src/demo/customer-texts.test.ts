import { expect, it } from 'vitest'
import html from './customer.html?raw'
import { customerTexts } from './customer-texts'
import phone from './phone/phone.html?raw'
import { phoneTexts, wordsOfEnd } from './phone/phone-texts'
import { wireTexts } from './wire/wire-texts'

/** Every word, however deep it stands. */
function words(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${key}=${value}`] : words(value as object).map((word) => `${key}.${word}`))
}

it.each([[customerTexts], [phoneTexts], [wireTexts]])('says everything in both languages', ({ en, zh }) => {
  const keys = (texts: object): string[] => words(texts).map((word) => word.split('=')[0]!)

  expect(keys(zh)).toEqual(keys(en))
  expect([...words(en), ...words(zh)].filter((word) => /=\s*$/.test(word))).toEqual([])
})

it('has the English words in the page, for whoever reads it without its script', () => {
  document.documentElement.innerHTML = html.replace('<!-- phone.html -->', phone).replace(/<link[^>]*>/g, '')
  const shown = [...document.querySelectorAll<HTMLElement>('[data-text], [data-phone-text]')]

  expect(shown.length).toBeGreaterThan(25)
  for (const { textContent, dataset: { text, phoneText } } of shown) {
    expect(textContent).toBe(text ? customerTexts.en[text as 'title'] : phoneTexts.en[phoneText as 'mute'])
  }
})

it.each([
  [{ by: 'there', isFailure: false, cause: 'Terminated', status: null }, 'The other side has hung up.'],
  [{ by: 'here', isFailure: true, cause: 'Canceled', status: null }, 'You have hung up.'],
  [{ by: 'there', isFailure: true, cause: 'Busy', status: 486 }, 'The other side is busy.'],
  [{ by: 'there', isFailure: true, cause: 'SIP Failure Code', status: 499 }, 'The call could not be made. (499)'],
  [{ by: 'here', isFailure: true, cause: 'Connection Error', status: null }, 'The connection to the gateway was lost.'],
  [
    { by: 'here', isFailure: false, cause: 'RTP Timeout', status: 408 },
    phoneTexts.en.mediaLost,
  ],
] as const)('says of %j: %s', (end, said) => {
  expect(wordsOfEnd(end, phoneTexts.en)).toBe(said)
})
