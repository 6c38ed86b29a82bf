// Bundles what a browser loads: node build.mjs FOLDER
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { argv, exit } from 'node:process'
import { build } from 'esbuild'

const folder = argv[2]
if (!folder) {
  console.error('usage: node build.mjs FOLDER')
  exit(2)
}

await build({
  entryPoints: {
    ccbarclient: 'src/page/ccbarclient.ts',
    frame: 'src/frame/frame.ts',
    agent: 'src/demo/agent.ts',
    'device-check': 'src/demo/device-check.ts',
  },
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  outdir: folder,
  logLevel: 'warning',
})
await copyFile('src/demo/device-check.html', join(folder, 'device-check.html'))
for (const page of ['frame/frame', 'demo/agent']) {
  await copyFile(`src/${page}.html`, join(folder, `${basename(page)}.html`))
  await build({ entryPoints: [`src/${page}.css`], minify: true, outdir: folder, logLevel: 'warning' })
}
