// Bundles what a browser loads: node build.mjs FOLDER
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { argv, exit } from 'node:process'
import { build } from 'esbuild'
import { faultSchema, scenarioSchema } from './scenario-schema.mjs'
import { licencesOf } from './licences.mjs'

const folder = argv[2]
if (!folder) {
  console.error('usage: node build.mjs FOLDER')
  exit(2)
}

const common = {
  bundle: true,
  minify: true,
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  outdir: folder,
  logLevel: 'warning',
}

const scripts = await build({
  ...common,
  entryPoints: {
    ccbarclient: 'src/page/ccbarclient.ts',
    frame: 'src/frame/frame.ts',
    agent: 'src/demo/agent.ts',
    customer: 'src/demo/customer.ts',
    'device-check': 'src/demo/device-check.ts',
    console: 'src/console/console.tsx',
  },
  format: 'iife',
  define: { global: 'globalThis', FAULT_SCHEMA: await faultSchema() },
  jsx: 'automatic',
  jsxImportSource: 'preact',
})
// What the console loads when it is asked for.
const modules = await build({
  ...common,
  entryPoints: { editor: 'src/console/workbench/editor.ts', plot: 'src/console/charts/plot.ts' },
  format: 'esm',
  define: { SCENARIO_SCHEMA: await scenarioSchema() },
})
for (const [script, { inputs }] of Object.entries({ ...scripts.metafile.outputs, ...modules.metafile.outputs })) {
  const licences = await licencesOf(Object.keys(inputs))
  if (licences) {
    await writeFile(script, `/*!\n${licences}*/\n${await readFile(script, 'utf8')}`)
  }
}

const pages = ['frame/frame', 'demo/agent', 'demo/customer', 'demo/device-check', 'console/console']

// What two pages share stands in a file of its own.
for (const page of pages) {
  const html = await readFile(`src/${page}.html`, 'utf8')
  const phone = await readFile('src/demo/phone/phone.html', 'utf8')
  await writeFile(join(folder, `${basename(page)}.html`), html.replace('<!-- phone.html -->', () => phone.trim()))
}
await build({
  entryPoints: pages.map((sheet) => `src/${sheet}.css`),
  bundle: true,
  minify: true,
  entryNames: '[name]',
  outdir: folder,
  logLevel: 'warning',
})
