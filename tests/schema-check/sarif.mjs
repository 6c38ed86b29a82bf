// Validates a SARIF log on standard input against the JSON Schema of SARIF 2.1.0, which @microsoft/jest-sarif carries:
// a line for each error, none where it is valid.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'

const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
const options = { strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }
const validate = new Ajv(options).compile(schema)

if (!validate(JSON.parse(readFileSync(0, 'utf8')))) {
  for (const error of validate.errors) {
    process.stdout.write(`${error.instancePath} ${error.message}\n`)
  }
}
