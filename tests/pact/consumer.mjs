import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { PactV4 } from '@pact-foundation/pact'
import { ClickToDial } from './click-to-dial.mjs'
import { interactions, known } from './interactions.mjs'

const usage = 'node consumer.mjs FOLDER: meets each interaction, and writes axios-page-cec.json into the folder.'
const notedWithinMs = 5_000
const { getFfiLib } = createRequire(import.meta.url)('@pact-foundation/pact-core/src/ffi')

const [dir] = process.argv.slice(2)
if (dir === undefined) {
  console.error(usage)
  process.exit(2)
}

const pact = new PactV4({ consumer: 'axios-page', provider: 'cec', dir, logLevel: 'error' })
for (const { uponReceiving, given, also, request, response, ask, holds } of interactions) {
  const named = pact.addInteraction().given(...given).uponReceiving(uponReceiving)
  await (also ? named.given(...also) : named)
    .withRequest(request.method, request.path, builder => {
      builder.headers(request.headers)
      if (request.query) {
        builder.query(request.query)
      }
      if (request.body) {
        builder.jsonBody(request.body)
      }
    })
    .willRespondWith(response.status, builder => builder.jsonBody(response.body))
    .executeTest(async ({ url, port }) => {
      const answer = await ask(new ClickToDial(url, known))
      if (!holds(answer)) {
        throw new Error(`${uponReceiving}: ${answer.status} ${JSON.stringify(answer.data)}`)
      }
      await noted(port)
    })
}
console.log(`${interactions.length} interactions met`)

// The core notes a request after it has answered it, and Pact JS would ask at once whether it has.
async function noted(port) {
  const giveUpAt = Date.now() + notedWithinMs
  while (!getFfiLib().pactffiMockServerMatched(port) && Date.now() < giveUpAt) {
    await setImmediate()
  }
}
