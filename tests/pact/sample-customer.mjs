import http from 'node:http'
import { parseArgs } from 'node:util'

// A customer's server: it issued these tokens to its agents' pages, and tells CEC so when asked (section 5.3).
const tokens = new Map([['pact-token', '11']])

const breaks = {
  'code-as-text': answer => ({ ...answer, retCode: String(answer.retCode) }),
  'no-message': ({ retCode }) => ({ retCode }),
  'takes-everybody': () => ({ retCode: 0, message: 'validate success' })
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, broken: { type: 'string' } } })
const distort = values.broken ? breaks[values.broken] : answer => answer

function validate({ access_token, userAccount }) {
  return tokens.get(access_token) === userAccount
    ? { retCode: 0, message: 'validate success' }
    : { retCode: 1, message: 'the token is not valid' }
}

const server = http.createServer(async (request, response) => {
  if (request.method !== 'POST' || request.url !== '/rest/cc-management/v1/thirdparty/thirdPartyValidate') {
    response.writeHead(404).end()
    return
  }
  try {
    const body = JSON.parse(Buffer.concat(await chunks(request)))
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(distort(validate(body))))
  } catch (error) {
    response.writeHead(400).end(error.message)
  }
})

async function chunks(stream) {
  const all = []
  for await (const chunk of stream) {
    all.push(chunk)
  }
  return all
}

server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
