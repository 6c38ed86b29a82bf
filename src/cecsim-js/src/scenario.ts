import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CecSimError } from './error.js'

/**
 * What a space is made from: the name of a scenario that the server was started with; the path of a file, which ends
 * with `.yaml`, `.yml` or `.json`; the text of one, which has a line break or begins with a brace; or an object.
 */
export type Scenario = string | object

export async function scenarioBody(
  scenario: Scenario | undefined,
): Promise<{ scenario?: string, inline?: string, inlineName?: string }> {
  if (scenario === undefined) {
    return {}
  }

  if (typeof scenario === 'object') {
    return { inline: JSON.stringify(scenario) }
  }

  if (scenario.includes('\n') || scenario.trimStart().startsWith('{')) {
    return { inline: scenario }
  }

  return /\.(ya?ml|json)$/i.test(scenario)
    ? { inline: await read(scenario), inlineName: basename(scenario) }
    : { scenario }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new CecSimError(
      'scenario-unreadable', 'The scenario file cannot be read.', (cause as Error).message, undefined, undefined,
      { cause })
  }
}
