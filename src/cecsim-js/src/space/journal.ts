import type { Channel } from '../channel.js'
import type { Explanation, JournalClaim, JournalPage, JournalQuery, JournalVerdict } from '../contract.js'
import { CecSimAssertionError } from '../error.js'

/** Which part of what is found: the latest, or with `after` the first that come after the entry of that id. */
export interface JournalPart {
  readonly limit?: number
  readonly after?: string
}

/**
 * What clients sent, and what went out in answer. An entry is there before the last byte of its answer is with the
 * client.
 */
export interface Journal {
  /** Finds entries; without a query all. */
  search(query?: JournalQuery, part?: JournalPart): Promise<JournalPage>
  /** Judges a claim. Where dropped entries would matter it is not held to hold. */
  verify(claim: JournalClaim): Promise<JournalVerdict>
  /** Fails unless so many requests of that kind came; the message names what came nearest. */
  mustHaveSeen(claim: JournalClaim): Promise<void>
  /** Tells why a request was answered as it was: the id is the answer's `X-CecSim-Id`. */
  explain(id: string): Promise<Explanation>
  /** Entries as HTTP Archive 1.2, which a browser's network panel opens. */
  har(query?: JournalQuery, part?: JournalPart): Promise<object>
  /** Forgets all entries. Numbers go on, and findings stay. */
  clear(): Promise<void>
}

export function journalOfSpace(channel: Channel, spaceName: string): Journal {
  const path = { spaceName }
  return withAssertion({
    search: (query, part) =>
      channel.get('/_cecsim/spaces/{spaceName}/journal', { path, query: { ...query, ...part } }),
    verify: claim => channel.post('/_cecsim/spaces/{spaceName}/journal/verify', { path, body: claim }),
    explain: id => channel.get('/_cecsim/spaces/{spaceName}/explain/{id}', { path: { spaceName, id } }),
    har: (query, part) =>
      channel.get('/_cecsim/spaces/{spaceName}/journal/har', { path, query: { ...query, ...part } }),
    clear: () => channel.delete('/_cecsim/spaces/{spaceName}/journal', { path }),
  })
}

/** The requests that belong to no space: of unknown keys, paths and tokens. */
export function journalOfServer(channel: Channel): Journal {
  return withAssertion({
    search: (query, part) => channel.get('/_cecsim/journal', { query: { ...query, ...part } }),
    verify: claim => channel.post('/_cecsim/journal/verify', { body: claim }),
    explain: id => channel.get('/_cecsim/explain/{id}', { path: { id } }),
    har: (query, part) => channel.get('/_cecsim/journal/har', { query: { ...query, ...part } }),
    clear: () => channel.delete('/_cecsim/journal'),
  })
}

function withAssertion(journal: Omit<Journal, 'mustHaveSeen'>): Journal {
  return {
    ...journal,
    async mustHaveSeen(claim) {
      const verdict = await journal.verify(claim)
      if (!verdict.holds) {
        throw new CecSimAssertionError(verdict.why, verdict.nearest.map(({ entry, differences }) =>
          `  - request ${entry.id}, ${entry.request.method} ${entry.request.url}: `
          + (differences.length === 0 ? 'is one' : differences.join('; '))))
      }
    },
  }
}
