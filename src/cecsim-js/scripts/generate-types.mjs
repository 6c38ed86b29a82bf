// Makes src/control.generated.ts of the control API's document. With --check it only says whether that is stale.
import { readFile, writeFile } from 'node:fs/promises'
import { argv, exit } from 'node:process'
import openapiTS, { astToString } from 'openapi-typescript'

const kept = new URL('../src/control.generated.ts', import.meta.url)
const document = JSON.parse(
  await readFile(new URL('../../CecSim.Server/OpenApi/control.json', import.meta.url), 'utf8'))

// Every refusal has the same body, which is read in one place.
for (const path of Object.values(document.paths)) {
  for (const { responses } of Object.values(path)) {
    for (const status of Object.keys(responses).filter(s => !s.startsWith('2'))) {
      delete responses[status]
    }
  }
}

const head = '// Made from control.json by `npm run types`; a test fails when it is stale.\n\n'
const made = head + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }))

if (argv.includes('--check')) {
  if ((await readFile(kept, 'utf8').catch(() => '')) !== made) {
    console.error('src/control.generated.ts is stale: npm run types')
    exit(1)
  }
} else {
  await writeFile(kept, made)
}
