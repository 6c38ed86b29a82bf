// Reads YAML files and validates them against a JSON Schema: node check.mjs SCHEMA FILE...
// A JSON line for each file. With no file, each default and each example of the schema against its own place in it.
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { parse } from 'yaml'

const [schemaFile, ...files] = process.argv.slice(2)
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))

// Strict: an unknown keyword, or one that cannot have an effect, is an error and not passed over.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true })
const validate = ajv.compile(schema)

if (files.length === 0) {
  ajv.addSchema(schema, 'whole')
  checkValues(schema, 'whole#')
}
for (const file of files) {
  say(file, judgeFile(file))
}

function judgeFile(file) {
  try {
    return judge(validate, parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error.name !== 'YAMLParseError') {
      throw error
    }
    return [`not YAML: ${error.code}`]
  }
}

function checkValues(part, pointer) {
  if (part === null || typeof part !== 'object') {
    return
  }
  if (!Array.isArray(part)) {
    const values = new Set(Array.isArray(part.examples) ? part.examples : [])
    for (const value of 'default' in part ? values.add(part.default) : values) {
      say(`${pointer} ${JSON.stringify(value)}`, judge(ajv.getSchema(pointer), value))
    }
  }
  for (const [key, child] of Object.entries(part)) {
    if (key !== 'default' && key !== 'examples') {
      checkValues(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    }
  }
}

function judge(check, value) {
  return check(value) ? [] : check.errors.map(e => `${e.instancePath} ${e.message}`)
}

function say(what, errors) {
  process.stdout.write(JSON.stringify({ what, errors }) + '\n')
}
