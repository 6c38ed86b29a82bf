const digitsMax = 24

/**
 * A number as a person types or pastes it, without what only makes it readable, in whichever width an input method
 * writes digits.
 * @returns null for what is no number
 */
export function readNumber(text: string): string | null {
  const number = text.normalize('NFKC').replace(/[\s()/.‐-―-]/g, '')
  return number.length <= digitsMax && /^\+?[0-9*#]+$/.test(number) && /[0-9]/.test(number) ? number : null
}
