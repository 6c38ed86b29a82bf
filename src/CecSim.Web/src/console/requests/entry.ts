import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'

export function pathOf(entry: JournalEntry): string {
  return entry.request.url.replace(/^\w+:\/\/[^/]*/, '')
}

/** Whether somebody who looks for a mistake wants to see it. */
export function isWrong(entry: JournalEntry): boolean {
  return entry.wrong.length > 0 || entry.faults.length > 0 || entry.cutShort || entry.refusal != null
    || (entry.response?.status ?? 0) >= 400
}

/** Whether all words that somebody searches for stand in what a row shows, in whatever order. */
export function matches(entry: JournalEntry, text: string): boolean {
  const row = [
    entry.id, entry.operation, entry.request.method, pathOf(entry), entry.user, entry.response?.status,
    entry.response?.resultCode, entry.basis, entry.refusal, ...entry.wrong, ...entry.faults,
  ].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/).every((word) => row.includes(word))
}
