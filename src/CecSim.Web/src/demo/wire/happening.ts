// What happens between a page and the server, as data: which words it gets, is the language's.

export type Happening =
  | { kind: 'request'; operation: string; method: string }
  | { kind: 'answer'; operation: string; status: number; resultCode?: string; text?: string }
  | { kind: 'unanswered'; operation: string }
  | { kind: 'event'; eventId: number; text: string }
  | { kind: 'downlink'; sourceType: string; controlType: string }
  | { kind: 'socket'; state: 'open' | 'closed' }
  | { kind: 'sip'; isSent: boolean; line: SipLine }
  | { kind: 'ice'; state: string }
  | { kind: 'dtls'; state: string }

/** What a SIP message is, by its first line and its CSeq. */
export interface SipLine {
  method: string
  /** Null for a request. */
  status: number | null
  reason: string
  /** What its SDP says of the direction of the sound; null without SDP. */
  direction: string | null
}

export type Tell = (happening: Happening) => void

const directions = /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m

/** @returns null for what is no SIP message, such as the blank lines that keep a connection open */
export function sipLineOf(message: string): SipLine | null {
  const cseq = /^CSeq:\s*\d+\s+(\S+)/im.exec(message)?.[1]
  const body = message.indexOf('\r\n\r\n')
  const sdp = body < 0 ? '' : message.slice(body + 4)
  const direction = sdp.startsWith('v=0') ? (directions.exec(sdp)?.[1] ?? 'sendrecv') : null
  const status = /^SIP\/2\.0 (\d{3}) ?(.*)/.exec(message)
  if (status && cseq) {
    return { method: cseq, status: Number(status[1]), reason: status[2]!.trim(), direction }
  }
  const method = /^([A-Z]+) \S+ SIP\/2\.0/.exec(message)?.[1]
  return method ? { method, status: null, reason: '', direction } : null
}
