import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { CecSimError } from './error.js'
import { type Machine, binaryIn, packageOf, platformOf, platforms, thisMachine } from './platforms.js'

export interface Search {
  /** The value of CECSIM_BINARY. */
  readonly named?: string | undefined
  readonly machine: Machine
  /** The file of a package; it throws where the package is not installed. */
  readonly resolve: (file: string) => string
}

/**
 * The binary that CECSIM_BINARY names, or that of the platform's package, found from where this file is.
 * @param from The path or URL of a file of this package.
 */
export function findBinary(from: string): string {
  const { resolve } = createRequire(from)
  return find({ named: process.env['CECSIM_BINARY'], machine: thisMachine(), resolve })
}

export function find({ named, machine, resolve }: Search): string {
  if (named) {
    if (existsSync(named)) {
      return named
    }

    throw missing(`CECSIM_BINARY names ${named}, which is not there.`, 'Name a file that is there, or unset it.')
  }

  const platform = platformOf(machine)
  if (platform === undefined) {
    throw missing(
      `There is no binary for ${nameOf(machine)}, only for ${platforms.map(p => p.name).join(', ')}.`,
      'Build one with dotnet publish, and name it with CECSIM_BINARY; or connect to a server on another machine.')
  }

  const name = packageOf(platform)
  try {
    return resolve(`${name}/${binaryIn(platform)}`)
  } catch (cause) {
    throw missing(
      `The package ${name} is not installed.`,
      'It is an optional dependency of cecsim: npm leaves it out with --omit=optional, and a node_modules or a lock '
        + 'file that was made on another platform may lack it.\nInstall again on this machine: npm install '
        + '--include=optional. Or name a binary that you have with CECSIM_BINARY.',
      cause)
  }
}

function nameOf({ os, cpu, libc }: Machine): string {
  return [os, cpu, ...(libc === 'musl' ? [libc] : [])].join('-')
}

function missing(detail: string, remedy: string, cause?: unknown): CecSimError {
  return new CecSimError(
    'no-binary', 'No binary of CecSim for this machine.', detail, remedy, undefined, cause ? { cause } : undefined)
}
