import type { DueItem, HeldToken } from '../../../../cecsim-js/src/contract.js'

/** Things of one kind that happen at one moment. */
export interface Due {
  at: string
  /** In the server's words; of a token its id. */
  what: string
  isEndOfToken: boolean
  count: number
  /** Whose, where it is known. */
  users: readonly string[]
}

/** A server tells no more than so many, of either. */
export const itemsMax = 100

/**
 * What happens by itself, and which tokens end, in the order in which they do. Where the server has told as much as it
 * may, nothing is said of the time after.
 */
export function dueOf(items: readonly DueItem[], tokens: readonly HeldToken[]): Due[] {
  const lastOf = (moments: string[]) => moments.length < itemsMax ? Infinity : Date.parse(moments.at(-1)!)
  const last = Math.min(lastOf(items.map((i) => i.at)), lastOf(tokens.map((t) => t.expiresAt)))
  const all = [
    ...items.map(({ at, what }) => ({ at, what, isEndOfToken: false, users: [] as string[] })),
    ...tokens.filter(isGood).map((t) => ({ at: t.expiresAt, what: t.id, isEndOfToken: true, users: [t.userId] })),
  ].filter((d) => Date.parse(d.at) <= last).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const found: Due[] = []
  for (const one of all) {
    const before = found.at(-1)
    if (before?.at === one.at && before.what === one.what) {
      found[found.length - 1] = { ...before, count: before.count + 1, users: [...before.users, ...one.users] }
    } else {
      found.push({ ...one, count: 1 })
    }
  }

  return found
}

/** Whether a request may come with it. */
export function isGood(token: Pick<HeldToken, 'state'>): boolean {
  return token.state === 'live' || token.state === 'replaced'
}
