import { expect, it, vi } from 'vitest'
import type { Agent } from './agent'
import { watch, type Watcher } from './polling'
import { Server, SignedOff } from './server'

const agent: Agent = {
  workNo: 1001, state: 'ready', sinceMs: 0, queues: [], mayDecline: true,
  muted: false, needsHelp: false,
}
const ready = {
  message: '',
  retcode: '0',
  event: { eventType: 'AgentState_Ready', eventGenTime: 1, workNo: '1001', content: null },
}

async function watching(answers: (object | number | Error)[]): Promise<string[]> {
  const seen: string[] = []
  const server = new Server('page', async () => {
    const answer = answers.shift() ?? 401
    if (answer instanceof Error) {
      throw answer
    }
    return typeof answer === 'number' ? new Response('', { status: answer }) : Response.json(answer)
  })
  const watcher: Watcher = {
    news: (news) => seen.push(news.events.map((e) => e.event.eventType).join() || 'nothing'),
    trouble: (lost) => seen.push(lost ? 'lost' : 'back'),
    signedOff: () => seen.push('signed off'),
  }
  await watch(server, watcher, async (ms) => void seen.push(`pause ${ms}`))
  return seen
}

it('asks again at once after an event', async () => {
  expect(await watching([{ events: [ready], agent }, { events: [ready], agent }]))
    .toEqual(['AgentState_Ready', 'AgentState_Ready', 'signed off'])
})

it('pauses after an empty answer that came at once, for another page has the events', async () => {
  expect(await watching([{ events: [], agent }])).toEqual(['nothing', 'pause 1000', 'signed off'])
})

it('asks again at once after an empty answer that was held', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(10_000)

  expect(await watching([{ events: [], agent }])).toEqual(['nothing', 'signed off'])
  now.mockRestore()
})

it('comes again and again while the person is at another page, and says so', async () => {
  const asked: unknown[] = []
  const elsewhere = { events: [], agent, elsewhere: true }
  const answers = [elsewhere, elsewhere, { events: [ready], agent }]
  const server = new Server('page', async (_, init) => {
    asked.push(JSON.parse(init!.body as string))
    const answer = answers.shift()
    return answer ? Response.json(answer) : new Response('', { status: 401 })
  })
  const pauses: number[] = []
  await watch(server, { news: () => {}, trouble: () => {}, signedOff: () => {} }, async (ms) => void pauses.push(ms))

  expect(asked.map((a) => (a as { manner: string }).manner)).toEqual(['join', 'again', 'again', 'join'])
  expect(pauses).toEqual([3_000, 3_000])
})

it('waits longer and longer for a server that is gone, and says when it is back', async () => {
  expect(await watching([new Error('gone'), 503, { events: [ready], agent }]))
    .toEqual(['lost', 'pause 1000', 'lost', 'pause 2000', 'back', 'AgentState_Ready', 'signed off'])
})

it('tells a server that does not know it from one that is gone', async () => {
  await expect(new Server('page', async () => new Response('', { status: 401 })).poll()).rejects.toThrow(SignedOff)
})
