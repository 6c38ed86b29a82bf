import { parseArgs } from 'node:util'
import { Verifier } from '@pact-foundation/pact'

const usage = `node verify.mjs PACT... URL [--states URL]
  verifies that the server at URL keeps each pact; --states is where its provider states are set up`

const { values, positionals } = parseArgs({ allowPositionals: true, options: { states: { type: 'string' } } })
const pactUrls = positionals.slice(0, -1)
const providerBaseUrl = positionals.at(-1)
if (pactUrls.length === 0 || !/^https?:\/\//.test(providerBaseUrl)) {
  console.error(usage)
  process.exit(2)
}

try {
  await new Verifier({
    provider: 'the server',
    providerBaseUrl,
    pactUrls,
    logLevel: 'error',
    ...(values.states && { providerStatesSetupUrl: values.states })
  }).verifyProvider()
  console.log(`kept: ${pactUrls.join(', ')}`)
} catch (error) {
  console.error(`not kept: ${error.message}`)
  process.exitCode = 1
}
