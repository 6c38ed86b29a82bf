import { byId } from './elements'

export interface MenuItem {
  text: string
  choose: () => void
}

/** The menu below the status: arrow keys, Home, End and Escape as everywhere. */
export class StatusMenu {
  readonly #button = byId<HTMLButtonElement>('status')
  readonly #list = byId('choices')

  constructor() {
    this.#button.addEventListener('click', () => this.#open(Boolean(this.#list.hidden)))
    this.#button.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        this.#open(true)
        this.#items.at(event.key === 'ArrowDown' ? 0 : -1)?.focus()
      }
    })
    this.#list.addEventListener('keydown', (event) => this.#move(event))
    document.addEventListener('click', (event) => {
      if (!event.composedPath().some((e) => e === this.#button || e === this.#list)) {
        this.#open(false)
      }
    })
  }

  set(items: MenuItem[]): void {
    this.#button.disabled = items.length === 0
    const isSame = items.map((i) => i.text).join() === this.#items.map((b) => b.textContent).join()
    if (isSame) {
      return
    }
    this.#open(false)
    this.#list.replaceChildren(...items.map((item) => this.#buttonFor(item)))
  }

  get #items(): HTMLButtonElement[] {
    return [...this.#list.querySelectorAll('button')]
  }

  #buttonFor(item: MenuItem): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.setAttribute('role', 'menuitem')
    button.textContent = item.text
    button.addEventListener('click', () => {
      this.#open(false)
      this.#button.focus()
      item.choose()
    })
    return button
  }

  #open(isOpen: boolean): void {
    const shows = isOpen && this.#items.length > 0
    this.#list.hidden = !shows
    this.#button.setAttribute('aria-expanded', String(shows))
  }

  #move(event: KeyboardEvent): void {
    const items = this.#items
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const next: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    }
    const index = next[event.key]
    if (index !== undefined) {
      event.preventDefault()
      items[index]?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      // Escape is for the menu then, and not for the panel.
      event.preventDefault()
      this.#open(false)
      this.#button.focus()
    }
  }
}
