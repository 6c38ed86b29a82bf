// Places a click-to-dial call with the requests that the 2.5.0 document prints (User Access: Voice and Video Access)
// and tells what it sees, a JSON line for each thing. It knows the document and no server.
import { Cec } from './cec.mjs'
import { readOptions } from './options.mjs'

const pollFailuresInRowMax = 3
const finalEvents = [168110, 168103, 168105]

const events = []
let cec
try {
  const options = readOptions(process.argv.slice(2))
  cec = new Cec(options, say)
  await cec.signIn()
  if (options.sequence === 'chat-then-call') {
    await cec.connect()
  }
  await cec.checkClickToCallSupport()
  await cec.createClickToCall()
  await pollUntilFinal(options)
} catch (error) {
  process.exitCode = 1
  say({ step: 'failed', status: error.response?.status, body: error.response?.data, why: error.message })
}
say({ step: 'end', events, renewals: cec?.renewals ?? 0 })

async function pollUntilFinal({ sequence, dropAfter }) {
  let mayChat = sequence === 'call-then-chat'
  for (let failures = 0; ;) {
    const answer = await poll()
    if (answer.resultCode !== '0') {
      failures++
      say({ step: 'pollFailed', inRow: failures, ...answer })
      if (failures === pollFailuresInRowMax) {
        throw new Error(`getClickToCallEvents failed ${failures} times in a row`)
      }
      continue
    }

    failures = 0
    if (answer.eventId === undefined) {
      say({ step: 'empty' })
      continue
    }

    see(answer)
    if (finalEvents.some(final => answer.eventId === final)) {
      return
    }
    if (mayChat && answer.eventId === 168101) {
      mayChat = false
      await cec.connect()
    }
    if (answer.eventId === dropAfter?.eventId && timesSeen(answer.eventId) === dropAfter.times) {
      await cec.dropClickToCall()
    }
  }
}

// A poll that got no answer, or another status than 200, failed as one that got another resultCode than '0' did.
// Chapter 6 speaks for 403 and 401: they come here only when renewing did not help, and then it is over.
async function poll() {
  try {
    return await cec.getClickToCallEvents()
  } catch (error) {
    if (error.isAxiosError !== true || error.response?.status === 403 || error.response?.status === 401) {
      throw error
    }
    return { status: error.response?.status, body: error.response?.data, why: error.message }
  }
}

function see({ eventId, resultDesc, content }) {
  events.push(eventId)
  say({ step: 'event', eventId, resultDesc, content })
  if (typeof eventId !== 'number') {
    throw new Error(`eventId is no number: ${JSON.stringify(eventId)}`)
  }
  if (eventId === 168101) {
    expectWebRtcParameters(content)
  }
}

// "When a call is set up, the following mandatory WebRTC parameters can be obtained in content."
function expectWebRtcParameters(content) {
  const texts = ['domain', 'clickToCallCaller', 'accessCode'].map(name => content?.[name])
  const addresses = content?.gwAddresses
  if (!texts.every(isText) || !Array.isArray(addresses) || addresses.length === 0 || !addresses.every(isText)) {
    throw new Error('168101 without its mandatory WebRTC parameters')
  }
}

function isText(value) {
  return typeof value === 'string' && value !== ''
}

function timesSeen(eventId) {
  return events.filter(seen => seen === eventId).length
}

function say(line) {
  process.stdout.write(JSON.stringify(line) + '\n')
}
