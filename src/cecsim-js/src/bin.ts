// `cecsim` of npm: the platform's binary, with this process's streams and arguments, signals and exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { findBinary } from './binary.js'
import { CecSimError } from './error.js'

try {
  run(findBinary(import.meta.url))
} catch (error) {
  if (!(error instanceof CecSimError)) {
    throw error
  }

  console.error(`cecsim: ${error.message}`)
  process.exitCode = 1
}

function run(binary: string): void {
  const child = spawn(binary, process.argv.slice(2), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // A terminal sends Ctrl-C to both; npx and others to this process alone.
    process.on(signal, () => child.kill(signal))
  }

  child.once('error', error => {
    console.error(`cecsim: ${binary} cannot be started: ${error.message}`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal!]))
}
