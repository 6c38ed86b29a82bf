// A customer's page: the steps of chapter 5 of the access guides, and beside them in words what goes over the wire.
import { keepLanguage, languageFor, type Language } from '../messages/language'
import { Asking, Refused } from './cec/asking'
import { BackEnd } from './cec/back-end'
import { Customer, type Place } from './cec/customer'
import { ChatView } from './chat-view'
import { customerTexts, type CustomerTexts, type Lack } from './customer-texts'
import { check, type Devices, type Fault } from './devices'
import { takeMedia } from './phone/own-media'
import { PhoneView } from './phone/phone-view'
import { SipPhone } from './phone/sip-phone'
import { setText } from './text'
import { WireView } from './wire/wire-view'

interface Settings {
  space: string
  lacks: Lack[]
}

type Words = (texts: CustomerTexts) => string

const settings = JSON.parse(byId('settings').textContent!) as Settings
const wire = new WireView(byId('wire'), byId('dropped'))
const asking = new Asking(wire.tell)
const backEnd = new BackEnd(asking, settings.space)
const customer = new Customer(asking, backEnd, wire.tell)
let texts = customerTexts.en
let found: [Devices | null, Fault | null] | null = null
let phone: SipPhone | null = null
let lacks = settings.lacks
let isCalling = false
let isSignedIn = false
let words: Words | null = null
let problem: Words = () => ''

const phoneView = new PhoneView({
  answer: () => {},
  hangUp: () => hangUp(),
  toggleMute: () => phone!.toggleMute(),
  toggleHold: () => phone!.toggleHold(),
  press: (key) => phone!.press(key),
})
const chat = new ChatView({
  send: (text) => customer.send('CHAT', text),
  end: () => customer.send('DISCONNECT', ''),
  failed: tellFailure,
})

function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}

async function call(isVideo: boolean): Promise<void> {
  isCalling = true
  phone = null
  say((t) => t.moment)
  let own: MediaStream | null = null
  try {
    own = await takeMedia(isVideo)
    await signIn()
    const support = await customer.checkClickToCallSupport()
    if (support.clickToCallSupported === false || support.webRTCSupported === false) {
      throw new InWords((t) => t.unsupported)
    }
    const created = await customer.createClickToCall(isVideo)
    if (created.resultCode !== '0') {
      throw new InWords((t) => t.refusals[String(created.resultCode)]
        ?? t.refused.replace('{}', () => `${created.resultCode} ${created.resultDesc}`))
    }
    await follow(own, isVideo)
  } catch (error) {
    tellFailure(error)
    say(null)
  } finally {
    isCalling = false
    const dialed = phone as SipPhone | null
    if (dialed) {
      dialed.finish()
    } else {
      own?.getTracks().forEach((track) => track.stop())
    }
    render()
  }
}

async function follow(own: MediaStream, isVideo: boolean): Promise<void> {
  for await (const { eventId, content } of customer.events()) {
    switch (eventId) {
      case 168101:
        say((t) => t.connecting)
        // A later one says the same of a call that goes on.
        if (!phone || phone.state === 'none') {
          dial(content as unknown as Place, own, isVideo)
        }
        break
      case 168102: say((t) => t.queued); break
      case 168103: say((t) => t.queueTimeout); break
      case 168105: {
        const cause = `${content.causeDesc ?? ''} (${content.causeId ?? ''})`
        problem = (t) => t.failed.replace('{}', () => cause)
        say(null)
        break
      }
      case 168106: say((t) => t.transferred); break
      case 168110: say(phone ? null : (t) => t.released); break
    }
  }
}

function dial({ domain, gwAddresses, accessCode, clickToCallCaller }: Place, own: MediaStream, isVideo: boolean): void {
  const account = { url: gwAddresses[0]!, user: clickToCallCaller, domain, password: null }
  const dialing = new SipPhone(account, () => {
    // Whoever is refused at the gateway has no call any more: CEC is told.
    if (dialing === phone && dialing.end?.isFailure && isCalling) {
      drop()
    }
    render()
  }, wire.tell)
  phone = dialing
  phone.call(accessCode, own, isVideo)
}

function hangUp(): void {
  if (phone && phone.state !== 'none') {
    phone.hangUp()
  } else {
    drop()
  }
}

function drop(): void {
  customer.dropClickToCall().catch(tellFailure)
}

async function converse(): Promise<void> {
  chat.begin()
  try {
    await signIn()
    const connected = await customer.send('CONNECT', '')
    if (connected.resultCode !== '0') {
      throw new InWords((t) => t.refused.replace('{}', () => `${connected.resultCode} ${connected.resultDesc}`))
    }
    chat.open()
    for await (const message of customer.messages()) {
      chat.add(message)
    }
  } catch (error) {
    tellFailure(error)
  } finally {
    chat.close()
  }
}

// One customer for the call and the chat: a later token would end what the earlier one began.
async function signIn(): Promise<void> {
  customer.userName = byId<HTMLInputElement>('name').value.trim()
  const key = byId<HTMLInputElement>('key').value
  if (key) {
    backEnd.controlKey = key
  }
  if (!isSignedIn) {
    await customer.signIn()
    isSignedIn = true
    byId('key-label').hidden = true
    if (customer.isStopped && !lacks.includes('clock')) {
      lacks = [...lacks, 'clock']
    }
  }
}

/** A failure that is told in the language that is spoken then. */
class InWords extends Error {
  constructor(readonly words: Words) {
    super()
  }
}

function tellFailure(error: unknown): void {
  if (error instanceof InWords) {
    problem = error.words
  } else if (error instanceof Refused && error.code === 'key-missing') {
    byId('key-label').hidden = false
    problem = (t) => t.keyWanted
  } else if (error instanceof Refused) {
    problem = error.status === 0 ? (t) => t.lost : (t) => t.refused.replace('{}', () => error.message)
  } else {
    problem = () => (error instanceof Error ? error.message : String(error))
  }
  render()
}

function say(next: Words | null): void {
  words = next
  render()
}

async function lookForDevices(): Promise<void> {
  found = await check({
    mediaDevices: navigator.mediaDevices as MediaDevices | undefined,
    tellsOfSpeakers: (navigator as { webkitGetUserMedia?: unknown }).webkitGetUserMedia !== undefined,
  })
  render()
}

function render(): void {
  const [devices, fault] = found ?? [null, null]
  for (const kind of ['camera', 'microphone', 'speaker'] as const) {
    byId(kind).textContent = devices?.[kind] ? texts.there : texts.missing
  }
  setText(byId('verdict'), !found ? '' : fault
    ? `${texts.bad}. ${fault}.` : devices?.camera ? texts.good : texts.voiceOnly)
  byId<HTMLButtonElement>('voice').disabled = isCalling || fault !== null
  byId<HTMLButtonElement>('video').disabled = isCalling || !devices?.camera || fault !== null
  byId<HTMLButtonElement>('chat').disabled = chat.isBegun
  setText(byId('problem'), problem(texts))
  byId('missing').replaceChildren(...lacks.map((lack) => {
    const item = document.createElement('li')
    item.textContent = texts.lacks[lack]
    return item
  }))
  const isWaiting = isCalling && (!phone || phone.state === 'none')
  phoneView.show(phone, words !== null && (isWaiting || !phone?.end) ? words(texts) : null, isWaiting)
}

function speak(language: Language): void {
  texts = customerTexts[language]
  document.documentElement.lang = language
  document.title = `${texts.title} · CecSim demo`
  byId('language').textContent = texts.otherLanguage
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = texts[element.dataset.text as 'title']
  }
  wire.speak(language)
  phoneView.speak(language)
  chat.speak(texts)
  render()
}

byId('begin').addEventListener('submit', (submit) => {
  submit.preventDefault()
  problem = () => ''
  const wanted = (submit.submitter as HTMLButtonElement | null)?.value ?? 'voice'
  if (wanted !== 'chat' && !isCalling) {
    void call(wanted === 'video')
  } else if (wanted === 'chat' && !chat.isBegun) {
    void converse().finally(render)
    render()
  }
})
byId('again').addEventListener('click', () => void lookForDevices())
byId('language').addEventListener('click', (click) => {
  if (click.detail < 2) {
    const language = texts === customerTexts.zh ? 'en' : 'zh'
    keepLanguage(language)
    speak(language)
  }
})
addEventListener('pagehide', () => phone?.stop())
navigator.mediaDevices?.addEventListener('devicechange', () => void lookForDevices())
byId<HTMLAnchorElement>('agent').href += location.search

document.documentElement.removeAttribute('lang')
speak(languageFor(document))
byId<HTMLInputElement>('name').value = 'Eva'
void lookForDevices()
