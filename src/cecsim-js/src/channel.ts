import type { Answer, PathOf, Request } from './contract.js'
import { CecSimError } from './error.js'

interface Sent {
  path?: Record<string, string | number>
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
}

export interface ChannelOptions {
  /** What is sent as `Authorization: Bearer`; none on loopback. */
  controlKey?: string | undefined
  /** Why nobody answers any more, where that is known. */
  whyNobody?: () => Promise<CecSimError | undefined>
}

/** Requests to the control API, and its problems as errors. */
export class Channel {
  constructor(readonly url: string, private readonly options: ChannelOptions = {}) {}

  get<P extends PathOf<'get'>>(path: P, request: Request<P, 'get'> = {}): Promise<Answer<P, 'get'>> {
    return this.json('GET', path, request)
  }

  post<P extends PathOf<'post'>>(path: P, request: Request<P, 'post'> = {}): Promise<Answer<P, 'post'>> {
    return this.json('POST', path, request)
  }

  delete<P extends PathOf<'delete'>>(path: P, request: Request<P, 'delete'> = {}): Promise<Answer<P, 'delete'>> {
    return this.json('DELETE', path, request)
  }

  /** An answer whose body goes on. */
  async open<P extends PathOf<'get'>>(
    path: P, request: Request<P, 'get'>, signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    return (await this.send('GET', path, request as Sent, signal)).body!
  }

  /** An answer that is no JSON. */
  async bytes<P extends PathOf<'get'>>(path: P, request: Request<P, 'get'>): Promise<Uint8Array> {
    const response = await this.send('GET', path, request as Sent)
    return new Uint8Array(await this.heard(response.arrayBuffer()))
  }

  /** @returns Undefined where nobody answers. */
  async status(path: PathOf<'get'>): Promise<number | undefined> {
    try {
      const response = await fetch(this.url + path, this.init('GET'))
      await response.arrayBuffer()
      return response.status
    } catch {
      return undefined
    }
  }

  private async json<T>(method: string, path: string, request: object): Promise<T> {
    const response = await this.send(method, path, request as Sent)
    const text = await this.heard(response.text())
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  private async send(method: string, path: string, sent: Sent, signal?: AbortSignal): Promise<Response> {
    const address = this.url + fill(path, sent.path ?? {}) + queryOf(sent.query ?? {})
    const response = await this.heard(fetch(address, this.init(method, sent.body, signal)), signal)
    if (response.ok) {
      return response
    }

    throw CecSimError.of(response.status, await this.heard(response.text()))
  }

  private init(method: string, body?: unknown, signal?: AbortSignal): RequestInit {
    const headers: Record<string, string> = {}
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json'
    }

    if (this.options.controlKey !== undefined) {
      headers['Authorization'] = `Bearer ${this.options.controlKey}`
    }

    return {
      method, headers, redirect: 'error',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    }
  }

  private async heard<T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await answer
    } catch (cause) {
      if (signal?.aborted) {
        throw cause
      }

      throw await this.options.whyNobody?.()
        ?? new CecSimError('no-server', 'Nobody answers.', `At ${this.url}: ${reasonOf(cause)}.`, undefined, undefined,
          { cause })
    }
  }
}

function fill(path: string, values: Record<string, string | number>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(`${values[name]}`))
}

function queryOf(values: NonNullable<Sent['query']>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, `${value}`]))}`
}

// fetch says "fetch failed", and why in what caused it.
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? cause.message || `${(cause as { code?: unknown }).code}` : message
}
