// The device check of the access guides as a page: what is there, and whether it may be used.
import { keepLanguage, languageChosen, languageFor, type Language } from '../messages/language'
import { deviceTexts, type DeviceTexts } from './device-texts'
import { check, type Devices, type Fault } from './devices'

let texts = deviceTexts.en
let found: [Devices | null, Fault | null] | null = null
let outcome: () => string = () => ''

function byId(id: string): HTMLElement {
  return document.getElementById(id)!
}

async function look(): Promise<void> {
  found = await check({
    mediaDevices: navigator.mediaDevices as MediaDevices | undefined,
    tellsOfSpeakers: (navigator as { webkitGetUserMedia?: unknown }).webkitGetUserMedia !== undefined,
  })
  show()
}

async function tryThem(): Promise<void> {
  try {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: found?.[0]?.camera ?? false })
    const labels = media.getTracks().map((track) => track.label).join(', ')
    media.getTracks().forEach((track) => track.stop())
    outcome = () => `${texts.works} ${labels}`
  } catch (error) {
    const name = error instanceof Error ? error.name : String(error)
    outcome = () => `${texts.worksNot} ${name}`
  }
  show()
}

function show(): void {
  byId('outcome').textContent = outcome()
  if (!found) {
    return
  }
  const [devices, fault] = found
  for (const kind of ['camera', 'microphone', 'speaker'] as const) {
    byId(kind).textContent = devices?.[kind] ? texts.there : texts.missing
  }
  byId('problem').textContent = fault ?? ''
  byId('verdict').textContent = fault ? texts.bad : devices?.camera ? texts.good : texts.voiceOnly
}

function speak(language: Language): void {
  texts = deviceTexts[language]
  document.documentElement.lang = language
  document.title = `${texts.title} · CecSim demo`
  byId('language').textContent = texts.otherLanguage
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = texts[element.dataset.text as keyof DeviceTexts]
  }
  show()
}

byId('again').addEventListener('click', () => void look())
byId('ask').addEventListener('click', () => void tryThem())
byId('language').addEventListener('click', (click) => {
  if (click.detail < 2) {
    const language = texts === deviceTexts.zh ? 'en' : 'zh'
    keepLanguage(language)
    speak(language)
  }
})
document.addEventListener(languageChosen, (chosen) => speak((chosen as CustomEvent<Language>).detail))
document.documentElement.removeAttribute('lang')
speak(languageFor(document))
void look()
