// What a customer's browser can do for a call, and has for it: step 2 of chapter 5 of the access guides.

export interface Devices {
  camera: boolean
  microphone: boolean
  speaker: boolean
}

export type Fault = 'WebRTC is not supported' | 'Missing a speaker! Please connect one and reload'
  | 'Missing a microphone! Please connect one and reload'

/** What the guide asks of a browser. */
export interface Surroundings {
  mediaDevices: Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia'> | undefined
  /** "Chrome supports 'audiooutput', Firefox and Safari do not support." */
  tellsOfSpeakers: boolean
}

/** @returns the devices, and which of the guide's three errors they are; null for none */
export async function check({ mediaDevices, tellsOfSpeakers }: Surroundings): Promise<[Devices | null, Fault | null]> {
  if (!mediaDevices?.getUserMedia) {
    return [null, 'WebRTC is not supported']
  }
  const kinds = new Set((await mediaDevices.enumerateDevices()).map((device) => device.kind))
  const devices = {
    camera: kinds.has('videoinput'),
    microphone: kinds.has('audioinput'),
    speaker: kinds.has('audiooutput') || !tellsOfSpeakers,
  }
  return [devices, faultOf(devices)]
}

function faultOf({ microphone, speaker }: Devices): Fault | null {
  if (!speaker) {
    return 'Missing a speaker! Please connect one and reload'
  }
  return microphone ? null : 'Missing a microphone! Please connect one and reload'
}
