// Looks at what goes through a WebSocket and a peer connection, and changes nothing of it.
import { WebSocketInterface } from 'jssip'
import { sipLineOf, type Tell } from './happening'

/** JsSIP's socket, of whose messages somebody is told. */
export function watchedSocket(url: string, tell: Tell): WebSocketInterface {
  const socket = new WebSocketInterface(url)
  const send = socket.send.bind(socket)
  const note = (message: unknown, isSent: boolean): void => {
    const line = typeof message === 'string' ? sipLineOf(message) : null
    if (line) {
      tell({ kind: 'sip', isSent, line })
    }
  }
  socket.send = (message) => {
    note(message, true)
    return send(message)
  }
  // JsSIP sets these once it begins.
  watch('ondata', ([message]) => note(message, false))
  watch('onconnect', () => tell({ kind: 'socket', state: 'open' }))
  watch('ondisconnect', () => tell({ kind: 'socket', state: 'closed' }))
  return socket

  function watch(name: 'ondata' | 'onconnect' | 'ondisconnect', told: (args: unknown[]) => void): void {
    let handler: (...args: unknown[]) => void = () => {}
    Object.defineProperty(socket, name, {
      get: () => (...args: unknown[]) => {
        told(args)
        handler(...args)
      },
      set: (next: typeof handler) => (handler = next),
    })
  }
}

/** Tells how ICE and DTLS come along. Firefox has no state of DTLS before both are through. */
export function watchConnection(connection: RTCPeerConnection, tell: Tell): void {
  let transport: RTCDtlsTransport | null = null
  const findTransport = (): void => {
    const found = connection.getTransceivers().map((t) => t.sender.transport).find((t) => t) ?? null
    if (found && found !== transport) {
      transport = found
      const told = (): void => tell({ kind: 'dtls', state: found.state })
      found.addEventListener('statechange', told)
      if (found.state !== 'new') {
        told()
      }
    }
  }
  connection.addEventListener('iceconnectionstatechange', () => {
    tell({ kind: 'ice', state: connection.iceConnectionState })
    findTransport()
  })
  connection.addEventListener('signalingstatechange', findTransport)
}
