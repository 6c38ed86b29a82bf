// Node.js 20 had its first releases without these two; TypeScript and esbuild then look for the registered ones.
export const dispose: typeof Symbol.dispose = wellKnown('dispose', Symbol.dispose)
export const asyncDispose: typeof Symbol.asyncDispose = wellKnown('asyncDispose', Symbol.asyncDispose)

export function wellKnown<T extends symbol>(name: string, symbol: T | undefined): T {
  return symbol ?? Symbol.for(`Symbol.${name}`) as T
}
