/** One language for the bar and the page around it. What a person chose is kept with the page, which may store. */
export type Language = 'en' | 'zh'

const key = 'cecsim-bar-language'

/** Told on the document when a person chooses another language at the bar. */
export const languageChosen = 'cecsim-bar-language'

/** Chinese for all its kinds, English for everybody else. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh' : 'en'
}

/** What a person chose before; else the language of the page, else of the browser. */
export function languageFor(page: Document): Language {
  return languageOf(chosen() || page.documentElement.lang || navigator.language)
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    // A page without storage has it until it is left.
  }
}

function chosen(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
