// Places a click-to-dial call with the requests that the 2.5.0 document prints (User Access: Voice and Video Access)
// and tells what it sees, a JSON line for each thing. It knows the document and no server.
import { readFileSync } from 'node:fs'
import https from 'node:https'
import { placeCall } from './call.mjs'
import { Cec } from './cec.mjs'
import { readOptions } from './options.mjs'

try {
  const options = readOptions(process.argv.slice(2))
  const agent = options.ca && { httpsAgent: new https.Agent({ ca: readFileSync(options.ca), keepAlive: true }) }
  await placeCall(new Cec({ ...options, axios: agent }, say), options, say)
} catch (error) {
  say({ step: 'failed', why: error.message })
  say({ step: 'end', events: [], renewals: 0 })
}

function say(line) {
  if (line.step === 'failed') {
    process.exitCode = 1
  }
  process.stdout.write(JSON.stringify(line) + '\n')
}
