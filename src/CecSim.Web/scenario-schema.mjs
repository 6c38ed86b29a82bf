// scenario.schema.json, for the console: all of it for its editor, and what it says of faults for its form.
import { readFile } from 'node:fs/promises'

/** @returns the schema, as JSON */
export async function scenarioSchema() {
  return JSON.stringify(await read())
}

/** @returns the items of `faults`, as JSON */
export async function faultSchema() {
  return JSON.stringify((await read()).properties.faults.items)
}

async function read() {
  return JSON.parse(await readFile(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8'))
}
