// What scenario.schema.json says of faults, for the console's form.
import { readFile } from 'node:fs/promises'

/** @returns the items of `faults`, as JSON */
export async function faultSchema() {
  const schema = JSON.parse(await readFile(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8'))
  return JSON.stringify(schema.properties.faults.items)
}
