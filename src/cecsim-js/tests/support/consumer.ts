import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'

/** The folder of this package. */
export const own = resolve(import.meta.dirname, '../..')

/** The folder of the packed files. */
export const tarballs = join(inject('folder'), 'tarballs')

/** Nothing that is asked for comes from a registry: whoever has the two files needs no network. */
export const offline = {
  ...process.env, npm_config_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false',
}

/** Runs Node.js; where that fails, the error has all that was printed. */
export function node(args: string[], environment: object, cwd: string): Promise<{ stdout: string, stderr: string }> {
  return promisify(execFile)(process.execPath, args, { cwd, env: { ...offline, NO_COLOR: '1', ...environment } })
    .catch((error: { message: string, stdout: string }) => { throw new Error(`${error.message}\n${error.stdout}`) })
}

/** Packs the package and that of this platform, with the stand-in as its binary. */
export async function packTarballs(): Promise<void> {
  await node(['scripts/pack.mjs', '--binary', inject('binary'), '--to', tarballs], {}, own)
}

/** Installs the packed files whose names begin so in an empty folder. */
export async function install(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  const files = (await readdir(tarballs)).filter(f => names.some(n => f.startsWith(n)))
  await promisify(execFile)('npm', ['install', ...files.map(f => join(tarballs, f))], { cwd: folder, env: offline })
}
