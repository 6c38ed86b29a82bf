// What the console says, in both languages. {} stands for what the place puts there.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../messages/language'
import { en } from './texts.en'
import { zh } from './texts.zh'

export type Texts = typeof en

export const texts: Record<Language, Texts> = { en, zh }

export function filled(text: string, ...values: unknown[]): string {
  return values.reduce<string>((said, value) => said.replace('{}', () => String(value)), text)
}

export const TextsOfPage = createContext<Texts>(en)

export function useTexts(): Texts {
  return useContext(TextsOfPage)
}
