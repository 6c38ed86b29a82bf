// The call of section 4.2 from its tokens to its final event, in Node and in a page alike.
const pollFailuresInRowMax = 3
const finalEvents = [168110, 168103, 168105]

/** Places the call and tells each thing it sees. */
export async function placeCall(cec, options, say) {
  const events = []
  try {
    await cec.signIn()
    if (options.sequence === 'chat-then-call') {
      await cec.connect()
    }
    await cec.checkClickToCallSupport()
    await cec.createClickToCall()
    await pollUntilFinal()
  } catch (error) {
    say({ step: 'failed', status: error.response?.status, body: error.response?.data, why: error.message })
  }
  say({ step: 'end', events, renewals: cec.renewals })

  async function pollUntilFinal() {
    const { sequence, dropAfter } = options
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

  function timesSeen(eventId) {
    return events.filter(seen => seen === eventId).length
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
