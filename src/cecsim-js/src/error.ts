import type { ProblemCode } from './contract.js'
import { remedies } from './remedies.js'

/** What goes wrong before a server can answer, or after it could. */
export type FixtureCode =
  | 'assertion' | 'no-binary' | 'no-cecsim' | 'no-server' | 'not-started' | 'scenario-unreadable' | 'server-ended'

/** Which error it is, for programs: a problem of the control API or one of the fixture's own. */
export type CecSimErrorCode = ProblemCode | FixtureCode

const prefix = 'urn:cecsim:problem:'

/** Something that was asked for was not done. The message has all of it: what, why, and what to do. */
export class CecSimError extends Error {
  override readonly name: string = 'CecSimError'

  /** @internal */
  constructor(
    /** Which error it is. A newer server may have codes that are not in the type. */
    readonly code: CecSimErrorCode,
    /** What went wrong, in general. */
    readonly title: string,
    /** What went wrong in this very case. */
    readonly detail: string,
    /** What to do about it. */
    readonly remedy: string = remedies[code] ?? 'See docs/control-api.md of CecSim for this code.',
    /** The HTTP status, where a server answered. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super([`${title} ${detail}`.trim(), remedy].filter(Boolean).join('\n'), options)
  }

  /** @internal Whatever answers at a wrong address need not know what a problem is. */
  static of(status: number, text: string): CecSimError {
    const problem = parse(text)
    const type = problem?.type
    return typeof type === 'string' && type.startsWith(prefix)
      ? new CecSimError(
        type.slice(prefix.length) as ProblemCode, `${problem?.title}`, `${problem?.detail ?? ''}`, undefined, status)
      : new CecSimError('no-cecsim', 'The server is no CecSim.', text.slice(0, 500), undefined, status)
  }
}

/** A client did not do what a test demands of it. */
export class CecSimAssertionError extends CecSimError {
  override readonly name: string = 'CecSimAssertionError'

  /** @internal */
  constructor(title: string, details: readonly string[], options?: ErrorOptions) {
    super('assertion', title, details.map(d => `\n${d}`).join(''), '', undefined, options)
  }
}

function parse(text: string): { type?: unknown; title?: unknown; detail?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
