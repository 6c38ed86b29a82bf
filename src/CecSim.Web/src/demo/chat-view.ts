import type { Downlink } from './cec/customer'
import { customerTexts, type CustomerTexts } from './customer-texts'
import { setText } from './text'

const messagesMax = 200

interface ChatActions {
  send(text: string): Promise<unknown>
  end(): Promise<unknown>
  failed(error: unknown): void
}

type ChatState = 'none' | 'connecting' | 'open' | 'over'

/** The text session: what was written, and where to write. */
export class ChatView {
  readonly #actions: ChatActions
  readonly #messages = document.getElementById('messages')!
  readonly #input = document.getElementById('message') as HTMLInputElement
  readonly #send = document.getElementById('send') as HTMLButtonElement
  readonly #end = document.getElementById('end-chat') as HTMLButtonElement
  #texts: CustomerTexts = customerTexts.en
  #state: ChatState = 'none'

  constructor(actions: ChatActions) {
    this.#actions = actions
    document.getElementById('write')!.addEventListener('submit', (submit) => {
      submit.preventDefault()
      void this.#write()
    })
    this.#end.addEventListener('click', () => {
      this.#end.disabled = true
      this.#actions.end().catch((error: unknown) => this.#actions.failed(error))
    })
  }

  get isBegun(): boolean {
    return this.#state === 'connecting' || this.#state === 'open'
  }

  begin(): void {
    this.#messages.replaceChildren()
    this.#enter('connecting')
  }

  open(): void {
    this.#enter('open')
    this.#input.focus()
  }

  add({ sourceType, senderNickname, content, controlType }: Downlink): void {
    if (content && controlType !== 'READ') {
      this.#show(senderNickname || sourceType, content, 'theirs')
    }
  }

  close(): void {
    this.#enter('over')
  }

  speak(texts: CustomerTexts): void {
    this.#texts = texts
    for (const name of this.#messages.querySelectorAll('.own b')) {
      name.textContent = texts.you
    }
    this.#enter(this.#state)
  }

  async #write(): Promise<void> {
    const text = this.#input.value.trim()
    if (text === '' || this.#state !== 'open') {
      return
    }
    this.#input.value = ''
    this.#show(this.#texts.you, text, 'own')
    try {
      await this.#actions.send(text)
    } catch (error) {
      this.#actions.failed(error)
    }
  }

  #enter(state: ChatState): void {
    this.#state = state
    const isOpen = state === 'open'
    const { chatConnecting, chatOpen, chatOver } = this.#texts
    const words = { none: '', connecting: chatConnecting, open: chatOpen, over: chatOver }[state]
    setText(document.getElementById('chat-state')!, words)
    this.#input.disabled = this.#send.disabled = this.#end.disabled = !isOpen
  }

  #show(who: string, text: string, className: string): void {
    const item = document.createElement('li')
    item.className = className
    const name = document.createElement('b')
    name.textContent = who
    const words = document.createElement('span')
    words.textContent = text
    item.append(name, words)
    this.#messages.append(item)
    if (this.#messages.childElementCount > messagesMax) {
      this.#messages.firstElementChild!.remove()
    }
    item.scrollIntoView({ block: 'nearest' })
  }
}
