import { afterAll, inject } from 'vitest'
import { CecSim } from '../../src/index.js'

let shared: Promise<CecSim> | undefined

/** One server for the tests of a file. */
export function server(): Promise<CecSim> {
  return shared ??= CecSim.start({ binary: inject('binary') })
}

afterAll(async () => (await shared)?.dispose())
