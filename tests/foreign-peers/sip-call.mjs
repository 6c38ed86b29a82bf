// As much of SIP over WebSocket (RFC 7118) as a stack without SIP of its own needs to call the gateway.
import { randomBytes } from 'node:crypto'
import WebSocket from 'ws'

const token = () => randomBytes(8).toString('hex')

export class SipCall {
  #socket
  #dialog
  #waiting = new Map()
  #ended = Promise.withResolvers?.() ?? deferred()

  static async open(url) {
    const call = new SipCall()
    call.#socket = new WebSocket(url, 'sip')
    call.#socket.on('message', data => call.#take(data.toString()))
    await new Promise((done, failed) => call.#socket.once('open', done).once('error', failed))
    return call
  }

  /** Resolves when the other side hangs up. */
  get ended() {
    return this.#ended.promise
  }

  /** @returns the SDP of the answer */
  async invite({ accessCode, domain, clickToCallCaller }, sdp) {
    const uri = `sip:${accessCode}@${domain}`
    this.#dialog = {
      uri,
      target: uri,
      to: `<${uri}>`,
      from: `<sip:${clickToCallCaller}@${domain}>;tag=${token()}`,
      id: token(),
      cseq: 0
    }
    return this.#offer(sdp)
  }

  /** Another offer in the same call. @returns the SDP of the answer */
  reinvite(sdp) {
    return this.#offer(sdp)
  }

  async bye() {
    const answer = await this.#ask('BYE', '')
    if (answer.status !== 200) {
      throw new Error(`BYE: ${answer.text}`)
    }
    this.#socket.close()
  }

  close() {
    this.#socket.close()
  }

  async #offer(sdp) {
    const answer = await this.#ask('INVITE', sdp)
    const { to, contact, branch } = answer
    if (answer.status >= 300) {
      this.#send('ACK', this.#dialog.cseq, branch, '', to)
      throw new Error(`INVITE: ${answer.text}`)
    }
    Object.assign(this.#dialog, { to, target: contact })
    this.#send('ACK', this.#dialog.cseq, `z9hG4bK${token()}`, '')
    return answer.body
  }

  #ask(method, body) {
    const cseq = ++this.#dialog.cseq
    const branch = `z9hG4bK${token()}`
    const answer = new Promise(done => this.#waiting.set(branch, done))
    this.#send(method, cseq, branch, body)
    return answer
  }

  #send(method, cseq, branch, body, to = this.#dialog.to) {
    const { uri, target, from, id } = this.#dialog
    this.#socket.send([
      `${method} ${method === 'ACK' && to !== this.#dialog.to ? uri : target} SIP/2.0`,
      `Via: SIP/2.0/WS peer.invalid;branch=${branch}`,
      'Max-Forwards: 70',
      `From: ${from}`,
      `To: ${to}`,
      `Call-ID: ${id}`,
      `CSeq: ${cseq} ${method}`,
      'Contact: <sip:peer@peer.invalid;transport=ws>',
      ...(body ? ['Content-Type: application/sdp'] : []),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body
    ].join('\r\n'))
  }

  #take(text) {
    const [head, body = ''] = text.split(/\r\n\r\n(.*)/s)
    const header = name => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1].trim()
    const status = Number(/^SIP\/2\.0 (\d+)/.exec(head)?.[1])
    if (!status) {
      this.#answer(head, header)
      return
    }
    const branch = /branch=([^;,\s]+)/.exec(header('Via'))[1]
    if (status >= 200 && this.#waiting.has(branch)) {
      const contact = /<([^>]+)>/.exec(header('Contact') ?? '')?.[1]
      this.#waiting.get(branch)({ status, text: head, body, to: header('To'), contact, branch })
      this.#waiting.delete(branch)
    }
  }

  #answer(head, header) {
    if (/^ACK /.test(head)) {
      return
    }
    const echoed = ['From', 'To', 'Call-ID', 'CSeq'].map(name => `${name}: ${header(name)}`)
    const vias = head.split('\r\n').filter(line => /^Via:/i.test(line))
    this.#socket.send(['SIP/2.0 200 OK', ...vias, ...echoed, 'Content-Length: 0', '', ''].join('\r\n'))
    if (/^BYE /.test(head)) {
      this.#ended.resolve('remote')
    }
  }
}

function deferred() {
  const it = {}
  it.promise = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }))
  return it
}
