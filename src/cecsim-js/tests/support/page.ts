import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const page = readFileSync(resolve(import.meta.dirname, '../../../../docs/javascript.md'), 'utf8')

/** The files that docs/javascript.md shows, by the names in their first lines. */
export const filesOfPage: ReadonlyMap<string, string> = new Map(
  [...page.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(m => [m[1]!, m[2]!]))

/** What the page shows as the output of its first steps. */
export const firstStepsPrint = /^```text\n([^]*?)^```$/m.exec(page)![1]!

export async function writePage(folder: string): Promise<void> {
  for (const [name, text] of filesOfPage) {
    await writeFile(join(folder, name), text)
  }
}
