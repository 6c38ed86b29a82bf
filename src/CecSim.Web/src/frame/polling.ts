import { SignedOff, type News, type Server } from './server'

/** An empty answer that came sooner than this was taken by another page of the same agent. */
const heldAtLeastMs = 4_000
const pauseMs = 1_000
const pauseMaxMs = 10_000

export interface Watcher {
  news(news: News): void
  trouble(lost: boolean): void
  signedOff(): void
}

/** Asks for news until the server does not know this page any more. */
export async function watch(server: Server, watcher: Watcher, pause = wait): Promise<void> {
  let failures = 0
  for (;;) {
    const began = performance.now()
    try {
      const news = await server.poll()
      if (failures > 0) {
        watcher.trouble(false)
        failures = 0
      }
      watcher.news(news)
      if (news.events.length === 0 && performance.now() - began < heldAtLeastMs) {
        await pause(pauseMs)
      }
    } catch (error) {
      if (error instanceof SignedOff) {
        watcher.signedOff()
        return
      }
      failures++
      watcher.trouble(true)
      await pause(Math.min(pauseMs * failures, pauseMaxMs))
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
