import type { Envelope } from '../messages/envelope'
import type { Action, Agent } from './agent'

export interface Answer {
  retcode: string
  message: string
  agent: Agent
  origin: string
}

export interface News {
  events: Envelope[]
  agent: Agent
}

/** The server does not know who this is: the cookies did not come, or are no longer good. */
export class SignedOff extends Error {}

/** Where the frame itself came from; the cookies tell who asks. */
export class Server {
  readonly #page: string
  readonly #fetch: typeof fetch

  constructor(page: string, ask: typeof fetch = (input, init) => fetch(input, init)) {
    this.#page = page
    this.#fetch = ask
  }

  act(action: Action, body: object = {}): Promise<Answer> {
    return this.#post(action, body) as Promise<Answer>
  }

  /** Waits on the server until something happens, or a while has gone by. */
  poll(): Promise<News> {
    return this.#post('events', { page: this.#page }) as Promise<News>
  }

  async #post(path: string, body: object): Promise<unknown> {
    const answer = await this.#fetch(`agent/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.status === 401) {
      throw new SignedOff()
    }
    if (!answer.ok) {
      throw new Error(`${path} answered ${answer.status}`)
    }
    return answer.json()
  }
}
