// Builds what is published, without a binary: node scripts/build.mjs [FOLDER]
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const defaultFolder = join(root, '../../artifacts/cecsim-js/package')

/**
 * Makes the folder anew: scripts for both kinds of modules, their types, the page and the manifest, which says what is
 * given beside what package.json says.
 */
export async function buildPackage(folder, told = {}) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const common = {
    absWorkingDir: root, bundle: true, platform: 'node', target: ['node20'], charset: 'utf8', legalComments: 'none',
    logLevel: 'warning',
  }
  await build({ ...common, entryPoints: ['src/index.ts'], format: 'esm', outfile: join(folder, 'esm/index.js') })
  await build({
    ...common, entryPoints: ['src/index.ts'], format: 'cjs', outfile: join(folder, 'cjs/index.js'),
    define: { 'import.meta.url': '__filename' },
  })
  await build({
    ...common, entryPoints: ['src/bin.ts'], format: 'esm', outfile: join(folder, 'bin/cecsim.js'),
    banner: { js: '#!/usr/bin/env node' },
  })

  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [
    tsc, '--project', join(root, 'tsconfig.types.json'), '--outDir', join(folder, 'esm'),
  ]).catch(error => { throw new Error(error.stdout) })
  await cp(join(folder, 'esm'), join(folder, 'cjs'), { recursive: true, filter: f => !f.endsWith('.js') })
  // Relative imports of types mean what the folder's kind of modules means.
  await writeFile(join(folder, 'cjs/package.json'), '{ "type": "commonjs" }\n')

  await cp(join(root, 'README.md'), join(folder, 'README.md'))
  const { devDependencies, scripts, ...manifest } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  await writeFile(
    join(folder, 'package.json'), `${JSON.stringify({ ...manifest, ...told }, null, 2)}\n`)
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  await buildPackage(argv[2] ?? defaultFolder)
}
