// Bundles what a browser loads: node build.mjs FOLDER
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { build } from 'esbuild'

const folder = argv[2]
if (!folder) {
  console.error('usage: node build.mjs FOLDER')
  exit(2)
}

await build({
  entryPoints: { ccbarclient: 'src/page/ccbarclient.ts', frame: 'src/frame/frame.ts' },
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  outdir: folder,
  logLevel: 'warning',
})
await copyFile('src/frame/frame.html', join(folder, 'frame.html'))
await build({ entryPoints: ['src/frame/frame.css'], minify: true, outdir: folder, logLevel: 'warning' })
