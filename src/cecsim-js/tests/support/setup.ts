import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Stands in for the native binary: what CECSIM_TOOL says, or else the same program, run by dotnet. */
    binary: string
    /** A folder for this run, of which nothing stays. */
    folder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = resolve(import.meta.dirname, '../../../../artifacts/bin/CecSim.Cli/debug/cecsim.dll')
  const tool = process.env['CECSIM_TOOL'] ?? `dotnet '${built}'`
  if (!process.env['CECSIM_TOOL'] && !existsSync(built)) {
    throw new Error(`There is no ${built}: dotnet build src/CecSim.Cli`)
  }

  const folder = await mkdtemp(join(tmpdir(), 'cecsim-js-'))
  const binary = join(folder, 'cecsim')
  await writeFile(binary, `#!/bin/sh\nexec ${tool} "$@"\n`)
  await chmod(binary, 0o755)
  project.provide('binary', binary)
  project.provide('folder', folder)
  // Tests say themselves what the package finds there.
  delete process.env['CECSIM_BINARY']
  // The certificates of whoever runs the tests are not for tests to make.
  process.env['CECSIM_DATA'] = join(folder, 'data')
  return () => rm(folder, { recursive: true, force: true })
}
