import type { Happening } from './happening'

export interface Entry {
  at: Date
  happening: Happening
}

export const entriesMax = 300

/** The last of what happened. What is older goes, and is counted. */
export class WireLog {
  readonly #entries: Entry[] = []
  #dropped = 0

  get entries(): readonly Entry[] {
    return this.#entries
  }

  get dropped(): number {
    return this.#dropped
  }

  add(happening: Happening, at = new Date()): Entry {
    const entry = { at, happening }
    this.#entries.push(entry)
    if (this.#entries.length > entriesMax) {
      this.#entries.shift()
      this.#dropped++
    }
    return entry
  }
}
