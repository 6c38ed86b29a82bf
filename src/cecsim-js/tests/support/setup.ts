import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Stands in for the native binary: the same program, run by dotnet. */
    binary: string
    /** A folder for this run, of which nothing stays. */
    folder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = process.env['CECSIM_DLL']
    ?? resolve(import.meta.dirname, '../../../../artifacts/bin/CecSim.Cli/debug/cecsim.dll')
  if (!existsSync(program)) {
    throw new Error(`There is no ${program}: dotnet build src/CecSim.Cli`)
  }

  const folder = await mkdtemp(join(tmpdir(), 'cecsim-js-'))
  const binary = join(folder, 'cecsim')
  await writeFile(binary, `#!/bin/sh\nexec dotnet '${program}' "$@"\n`)
  await chmod(binary, 0o755)
  project.provide('binary', binary)
  project.provide('folder', folder)
  // The certificates of whoever runs the tests are not for tests to make.
  process.env['CECSIM_DATA'] = join(folder, 'data')
  return () => rm(folder, { recursive: true, force: true })
}
