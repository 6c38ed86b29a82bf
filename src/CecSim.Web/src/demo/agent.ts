// An enterprise's page with the bar in it: the steps of chapters 5.4, 5.5 and 6 of the document, without jQuery.
import { isEnvelope, type Envelope } from '../messages/envelope'
import { keepLanguage, languageChosen, languageFor, type Language } from '../messages/language'
import { AgentPhone } from './agent-phone'
import { demoTexts, type DemoTexts } from './texts'

interface Settings {
  space: string
  accounts: string[]
  tenantSpaceId: string
  accessToken: string
  numbers: string[]
}

const events = [
  'AgentState_Busy', 'AgentState_Work', 'AgentState_Ready', 'AgentState_SetNotReady_Success',
  'AgentState_CancelNotReady_Success', 'AgentState_SetRest_Success', 'AgentState_CancelRest_Success',
  'AgentState_Rest_Timeout', 'AgentState_SetWork_Success', 'AgentState_CancelWork_Success', 'AgentEvent_Talking',
  'AgentEvent_Customer_Alerting', 'AgentEvent_Call_Out_Fail', 'AgentEvent_Call_Release', 'AgentEvent_Customer_Release',
  'AgentOther_PhoneAlerting', 'AgentEvent_Ringing', 'AgentEvent_Hold',
]

// The page's policy runs no other script that stands in it.
const nonce = (document.currentScript as HTMLScriptElement).nonce
const context = `${location.origin}/service-cloud/`
let texts = demoTexts.en
let state: () => string = () => texts.noBar
const settings = JSON.parse(byId('settings').textContent!) as Settings
const phone = new AgentPhone(settings.space, () => frame() !== undefined)

function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}

function frame(): Window | undefined {
  return (window.frames as unknown as Record<string, Window | undefined>).ccbarclient
}

/** What is asked for again and again while a person presses twice. */
let isLoading = false

async function load(): Promise<void> {
  if (isLoading) {
    return
  }
  isLoading = true
  try {
    await loadBar()
  } catch (error) {
    byId('problem').textContent = error instanceof TypeError ? texts.lost : String(error)
  } finally {
    isLoading = false
  }
}

async function loadBar(): Promise<void> {
  const answer = await fetch(`${context}ccdesktop/pages/cc-bar/js/ccbarclient.js?t=${Math.random()}`, {
    method: 'POST',
    credentials: 'include',
    body: JSON.stringify({
      access_token: byId<HTMLInputElement>('token').value,
      tenantSpaceId: byId<HTMLInputElement>('tenant').value,
      userAccount: byId<HTMLSelectElement>('account').value,
    }),
  })
  const text = await answer.text()
  if (!answer.ok) {
    byId('problem').textContent = (JSON.parse(text) as { exceptionInfo: string }).exceptionInfo
    return
  }

  byId('problem').textContent = ''
  const script = document.createElement('script')
  script.nonce = nonce
  script.textContent = text
  document.head.append(script)
  window.listeners!.eventpost = (data) => isEnvelope(data) && write(data)
  tellState(() => texts.hasBar)

  // "If the value is incorrect, set the check period to a larger value, for example, 2000 or 3000."
  setTimeout(() => {
    frame()?.postMessage(JSON.stringify({ name: 'eventpost', param: events }), context)
    document.querySelectorAll<HTMLButtonElement>('#numbers button').forEach((button) => (button.disabled = false))
  }, 1000)
}

function callOut(number: string, mode: string): void {
  frame()?.postMessage({ name: 'callout', param: [number, mode] }, context)
}

function write({ event }: Envelope): void {
  document.querySelector('#events .none')?.remove()
  const row = document.createElement('tr')
  const at = new Date(event.eventGenTime).toLocaleTimeString('en-GB', { timeZone: 'UTC' })
  const content = event.content === null ? '' : JSON.stringify(event.content)
  row.append(...[at, event.eventType, content].map((text) => {
    const cell = document.createElement('td')
    cell.textContent = text
    return cell
  }))
  byId('events').prepend(row)
  if (event.eventType.startsWith('AgentState_') || event.eventType === 'AgentEvent_Talking') {
    tellState(() => event.eventType)
  }
}

function tellState(text: () => string): void {
  state = text
  byId('state').textContent = text()
}

function offer(number: string): HTMLElement {
  const item = document.createElement('li')
  const text = document.createElement('span')
  text.textContent = number
  const call = (label: keyof DemoTexts, name: keyof DemoTexts, mode: string): HTMLElement => {
    const button = document.createElement('button')
    button.type = 'button'
    button.disabled = true
    button.className = 'second'
    button.dataset.text = label
    button.dataset.label = name
    button.dataset.number = number
    button.addEventListener('click', () => callOut(number, mode))
    return button
  }
  item.append(text, call('voice', 'voiceTo', 'audio'), call('video', 'videoTo', 'video'))
  return item
}

function speak(language: Language): void {
  texts = demoTexts[language]
  document.documentElement.lang = language
  document.title = `${texts.title} · CecSim demo`
  phone.speak(language)
  byId('language').textContent = texts.otherLanguage
  tellState(state)
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const { text, label, number } = element.dataset
    element.textContent = texts[text as keyof DemoTexts]
    if (label) {
      element.setAttribute('aria-label', texts[label as keyof DemoTexts].replace('{}', number!))
    }
  }
}

for (const account of settings.accounts) {
  const option = document.createElement('option')
  option.textContent = account
  byId('account').append(option)
}
byId<HTMLInputElement>('tenant').value = settings.tenantSpaceId
byId<HTMLInputElement>('token').value = settings.accessToken
byId('numbers').append(...settings.numbers.map(offer))
byId<HTMLAnchorElement>('customer').href += location.search
byId('load').addEventListener('submit', (submit) => {
  submit.preventDefault()
  void load()
})
byId('language').addEventListener('click', (click) => {
  if (click.detail < 2) {
    const language = texts === demoTexts.zh ? 'en' : 'zh'
    keepLanguage(language)
    speak(language)
  }
})
document.addEventListener(languageChosen, (chosen) => speak((chosen as CustomEvent<Language>).detail))

// The language of the page is only that of its words without this script.
document.documentElement.removeAttribute('lang')
speak(languageFor(document))
phone.begin()
