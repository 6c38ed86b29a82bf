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

let brought: string | undefined

/** Brings a text to the workbench, where it takes the place of what stands there as any edit does: it can be undone. */
export function bring(text: string): void {
  brought = text
}

export function takeBrought(): string | undefined {
  const text = brought
  brought = undefined
  return text
}

/** The name that a text gives itself. */
export function nameIn(text: string): string | undefined {
  return /^name:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1]
}
