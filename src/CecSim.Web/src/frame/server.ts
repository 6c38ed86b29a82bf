import type { Envelope } from '../messages/envelope'
import type { Action, Agent } from './agent'

export interface Answer {
  retcode: string
  message: string
  agent: Agent
  origin: string
  /** The agent's person is at another page. */
  elsewhere: boolean
}

export interface News {
  events: Envelope[]
  agent: Agent
  elsewhere: boolean
}

/** 'again' after the page was turned away: another one was there before. */
export type Manner = 'join' | 'again'

const answersWithinMs = 15_000

/** The server does not know who this is: the cookies did not come, or are no longer good. */
export class SignedOff extends Error {}

/** The server is there, and answers with an error. */
export class ServerError extends Error {
  readonly status: number

  constructor(status: number) {
    super(`The server answered ${status}.`)
    this.status = status
  }
}

/** Where the frame itself came from; the cookies tell who asks. */
export class Server {
  readonly #page: string
  readonly #fetch: typeof fetch

  constructor(page: string, ask: typeof fetch = (input, init) => fetch(input, init)) {
    this.#page = page
    this.#fetch = ask
  }

  act(action: Action, body: object = {}): Promise<Answer> {
    return this.#post(action, body, AbortSignal.timeout(answersWithinMs)) as Promise<Answer>
  }

  /** Waits on the server until something happens, or a while has gone by. */
  poll(manner: Manner = 'join'): Promise<News> {
    return this.#post('events', { manner }) as Promise<News>
  }

  async #post(path: string, body: object, signal?: AbortSignal): Promise<unknown> {
    const answer = await this.#fetch(`agent/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...body, page: this.#page }),
      ...(signal ? { signal } : {}),
    })
    if (answer.status === 401) {
      throw new SignedOff()
    }
    if (!answer.ok) {
      throw new ServerError(answer.status)
    }
    return answer.json()
  }
}
