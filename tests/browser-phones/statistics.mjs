/** What a connection has received of one medium, and how many packets it has sent of it. */
export async function traffic(connection, kind) {
  const all = [...(await connection.getStats()).values()]
  const found = all.find(s => s.type === 'inbound-rtp' && s.kind === kind) ?? {}
  return {
    sent: all.find(s => s.type === 'outbound-rtp' && s.kind === kind)?.packetsSent ?? 0,
    packets: found.packetsReceived ?? 0,
    lost: found.packetsLost ?? 0,
    energy: found.totalAudioEnergy ?? 0,
    frames: found.framesDecoded ?? 0,
    width: found.frameWidth ?? 0,
    codec: all.find(s => s.id === found.codecId)?.mimeType
  }
}

/** Plays a track: what nobody listens to or watches, a browser need not decode. */
export function play(track) {
  const element = document.createElement(track.kind)
  element.autoplay = true
  element.muted = track.kind === 'video'
  element.srcObject = new MediaStream([track])
  document.body.append(element)
}
