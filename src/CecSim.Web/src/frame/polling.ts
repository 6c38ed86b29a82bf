import { SignedOff, type Manner, type News, type Server } from './server'

/** An empty answer that came sooner than this was not held: the server is on its way out, or this page on its. */
const heldAtLeastMs = 4_000
const pauseMs = 1_000
const pauseMaxMs = 10_000
const elsewhereMs = 3_000

export interface Watcher {
  news(news: News): void
  /** @param why null when all is well again */
  trouble(why: unknown): void
  signedOff(): void
}

/** Asks for news until the server does not know this page any more. */
export async function watch(server: Server, watcher: Watcher, pause = wait): Promise<void> {
  let failures = 0
  let manner: Manner = 'join'
  for (;;) {
    const began = performance.now()
    try {
      const news = await server.poll(manner)
      if (failures > 0) {
        watcher.trouble(null)
        failures = 0
      }
      watcher.news(news)
      manner = news.elsewhere ? 'again' : 'join'
      if (news.elsewhere) {
        await pause(elsewhereMs)
      } else if (news.events.length === 0 && performance.now() - began < heldAtLeastMs) {
        await pause(pauseMs)
      }
    } catch (error) {
      if (error instanceof SignedOff) {
        watcher.signedOff()
        return
      }
      failures++
      watcher.trouble(error)
      await pause(Math.min(pauseMs * failures, pauseMaxMs))
    }
  }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
