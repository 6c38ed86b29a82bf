// What a page may send to the frame: documented as a string in one place and as an object in the other, and callout's
// param as a list and as a mapping (Connection Bar, 5.4 and 5.5).
export type CallMode = 'audio' | 'video'

export type PageMessage =
  | { name: 'eventpost'; events: string[] }
  | { name: 'callout'; number: string; mode: CallMode }

const eventsMax = 200

/** @returns null for what is no message to the bar */
export function readPageMessage(data: unknown): PageMessage | null {
  const message = typeof data === 'string' ? parse(data) : data
  if (!isRecord(message)) {
    return null
  }
  if (message.name === 'eventpost' && Array.isArray(message.param)) {
    return { name: 'eventpost', events: message.param.filter(isText).slice(0, eventsMax) }
  }
  return message.name === 'callout' ? readCallout(message.param) : null
}

function readCallout(param: unknown): PageMessage | null {
  const [number, mode] = Array.isArray(param) ? param : isRecord(param) ? [param.number, param.mode] : []
  const digits = typeof number === 'number' ? String(number) : number
  return isText(digits) && digits !== '' && (mode === 'audio' || mode === 'video')
    ? { name: 'callout', number: digits, mode }
    : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
