// The licences of packages that are bundled: most ask that their text goes wherever the code goes.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const inPackage = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//

/**
 * @param files what was bundled
 * @returns the licences of the packages among them, for a comment; empty where there are none
 */
export async function licencesOf(files) {
  const packages = [...new Set(files.map((file) => inPackage.exec(file)?.[1]).filter(Boolean))].sort()
  const texts = await Promise.all(packages.map(licenceOf))
  return texts.join('\n')
}

async function licenceOf(name) {
  const folder = join('node_modules', name)
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((f) => /^licen[cs]e/i.test(f))
  if (!file) {
    throw new Error(`${name} has no file with its licence.`)
  }
  const text = await readFile(join(folder, file), 'utf8')
  return `${name} ${version}\n\n${text.trim().replaceAll('*/', '* /')}\n`
}
