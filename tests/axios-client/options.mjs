import { parseArgs } from 'node:util'

const usage = `node place-call.mjs --base URL [--app-key KEY] [--app-secret SECRET] [--channel ID] [--user ID]
  [--media 0|1] [--sequence voice|chat-then-call|call-then-chat] [--drop-after EVENTID[:N]] [--ca FILE]

  --sequence    one of the three invoking sequences of section 4.2
  --media       0 voice, 1 video
  --drop-after  hang up when that event is seen (for the Nth time; the first unless told otherwise)
  --ca          PEM file of the authority to trust for https`

const sequences = ['voice', 'chat-then-call', 'call-then-chat']

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      base: { type: 'string' },
      'app-key': { type: 'string', default: 'cecsim-demo-key' },
      'app-secret': { type: 'string', default: 'cecsim-demo-secret' },
      channel: { type: 'string', default: '202403010000000001' },
      user: { type: 'string', default: 'axios-user' },
      media: { type: 'string', default: '0' },
      sequence: { type: 'string', default: 'chat-then-call' },
      'drop-after': { type: 'string' },
      ca: { type: 'string' }
    }
  })
  if (!values.base || !/^[01]$/.test(values.media) || !sequences.includes(values.sequence)) {
    throw new Error(usage)
  }
  return {
    base: values.base.replace(/\/+$/, ''),
    appKey: values['app-key'],
    appSecret: values['app-secret'],
    channelId: values.channel,
    userId: values.user,
    mediaAbility: values.media,
    sequence: values.sequence,
    dropAfter: readDropAfter(values['drop-after']),
    ca: values.ca
  }
}

function readDropAfter(text) {
  if (text === undefined) {
    return null
  }
  const [, eventId, times] = /^(\d+)(?::([1-9]\d*))?$/.exec(text) ?? []
  if (eventId === undefined) {
    throw new Error(usage)
  }
  return { eventId: Number(eventId), times: Number(times ?? 1) }
}
