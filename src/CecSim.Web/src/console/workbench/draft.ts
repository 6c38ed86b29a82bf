// The text that is being written stays with the browser: neither another page nor a reload loses it.
const kept = 'cecsim-draft'

export function draftKept(): string | undefined {
  try {
    return localStorage.getItem(kept) ?? undefined
  } catch {
    return undefined
  }
}

export function keepDraft(text: string): void {
  try {
    localStorage.setItem(kept, text)
  } catch {
    // A page without storage has it until it is left.
  }
}

/** The name that a text gives itself. */
export function nameIn(text: string): string | undefined {
  return /^name:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1]
}
