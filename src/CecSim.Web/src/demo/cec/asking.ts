// A request to the server and its answer, which somebody is told of.
import type { Tell } from '../wire/happening'

const textMax = 300

export type Json = Record<string, unknown>

export interface Request {
  operation: string
  path: string
  headers?: Record<string, string>
  /** Null for a GET. */
  body?: unknown
}

/** The server refused, or did not answer: status 0. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, why: string) {
    super(why)
  }
}

export class Asking {
  readonly #tell: Tell
  readonly #ended: AbortSignal | null

  /** @param ended once nobody waits for any answer */
  constructor(tell: Tell, ended: AbortSignal | null = null) {
    this.#tell = tell
    this.#ended = ended
  }

  /** @throws {Refused} for everything but an answer with a status of success */
  async ask({ operation, path, headers = {}, body = null }: Request): Promise<{ answer: Json; headers: Headers }> {
    const method = body === null ? 'GET' : 'POST'
    this.#tell({ kind: 'request', operation, method })
    let response: Response
    let answer: Json
    try {
      response = await fetch(path, {
        method,
        headers: body === null ? headers : { ...headers, 'Content-Type': 'application/json' },
        body: body === null ? null : JSON.stringify(body),
        signal: this.#ended,
      })
      answer = await readJson(response)
    } catch (error) {
      this.#tell({ kind: 'unanswered', operation })
      throw error instanceof DOMException ? error : new Refused(0, '', String(error))
    }
    const text = textOf(answer)
    this.#tell({ kind: 'answer', operation, status: response.status, ...resultCodeOf(answer), text })
    if (!response.ok) {
      // Of the control API; CEC's own answers have none.
      const code = String(answer.type ?? '').replace('urn:cecsim:problem:', '')
      throw new Refused(response.status, code, text || `${operation}: ${response.status}`)
    }
    return { answer, headers: response.headers }
  }
}

// What is no JSON is an answer all the same, by its status.
async function readJson(response: Response): Promise<Json> {
  const text = await response.text()
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}

function resultCodeOf(answer: Json): { resultCode?: string } {
  const code = answer.resultCode
  return typeof code === 'string' || typeof code === 'number' ? { resultCode: String(code) } : {}
}

function textOf(answer: Json): string {
  const text = answer.resultDesc ?? answer.exceptionInfo ?? answer.detail
  return typeof text === 'string' ? text.slice(0, textMax) : ''
}
