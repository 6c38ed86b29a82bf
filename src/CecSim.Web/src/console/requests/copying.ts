// A request in the words of other tools. What is masked in the journal stays so.
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { quoted } from '../shell'
import { pathOf } from './entry'

// What a tool says by itself.
const own = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding'])

/** What a client says by itself, without what its tool says. */
export function headersOf(entry: JournalEntry): Array<[string, string]> {
  return entry.request.headers
    .filter((h) => !own.has(h.name.toLowerCase()) && !/^sec-/i.test(h.name))
    .map((h) => [h.name, h.value])
}

function addressOf(entry: JournalEntry, origin: string): string {
  return origin + pathOf(entry)
}

export function toCurl(entry: JournalEntry, origin: string): string {
  const body = entry.request.body?.text
  return [
    `curl -sS -X ${quoted(entry.request.method)} ${quoted(addressOf(entry, origin))}`,
    ...headersOf(entry).map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`  --data-raw ${quoted(body)}`] : []),
  ].join(' \\\n')
}

export function toAxios(entry: JournalEntry, origin: string): string {
  const body = entry.request.body?.text
  const parts = {
    method: entry.request.method,
    url: addressOf(entry, origin),
    headers: Object.fromEntries(headersOf(entry)),
    ...(body ? { data: parsed(body) } : {}),
  }
  return `const answer = await axios(${JSON.stringify(parts, null, 2)})`
}

/** An interaction of a pact (specification 2), to be put into `interactions`. */
export function toPact(entry: JournalEntry): string {
  const [path, query] = pathOf(entry).split('?')
  const { request, response } = entry
  return JSON.stringify({
    description: entry.operation ?? `${request.method} ${path}`,
    request: {
      method: request.method, path, ...(query ? { query } : {}),
      headers: Object.fromEntries(headersOf(entry)),
      ...(request.body?.text ? { body: parsed(request.body.text) } : {}),
    },
    ...(response ? {
      response: {
        status: response.status,
        headers: Object.fromEntries(
          response.headers.filter((h) => /^content-type$/i.test(h.name)).map((h) => [h.name, h.value])),
        ...(response.body?.text ? { body: parsed(response.body.text) } : {}),
      },
    } : {}),
  }, null, 2)
}

/** JSON with room to read it; whatever else it is, as it stands. */
export function legible(text: string): string {
  const value = parsed(text)
  return typeof value === 'string' ? text : JSON.stringify(value, null, 2)
}

/** The value of JSON; whatever else it is, as it stands. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
