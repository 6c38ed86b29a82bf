import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, it, vi } from 'vitest'
import type { OperationId, SpaceDetails, SpaceSnapshot } from '../src/contract.js'
import { CecSim, type CecSpace } from '../src/index.js'

/** What asks for each operation: the compiler finds one that is missing. */
const callsOf: Record<OperationId, (cec: CecSim, space: CecSpace) => Promise<unknown>> = {
  'delete-journal': cec => cec.journal.clear(),
  'delete-spaces-spaceName': (_, space) => space.dispose(),
  'delete-spaces-spaceName-faults': (_, space) => space.faults.clear(),
  'delete-spaces-spaceName-faults-id': (_, space) => space.faults.disarm(1),
  'delete-spaces-spaceName-journal': (_, space) => space.journal.clear(),
  'delete-spaces-spaceName-breakpoints-id': (_, space) => space.breakpoints.drop('request-1'),
  'delete-spaces-spaceName-polls-id': (_, space) => space.polls.cut('clickToCall-1'),
  'delete-snapshots-snapshotName': cec => cec.snapshots.delete('before'),
  'get-explain-id': cec => cec.journal.explain('1'),
  'get-fidelity': cec => cec.fidelity({ section: '5.3', basis: 'found' }),
  'get-findings': cec => cec.findings(),
  'get-health-live': cec => cec.isLive(),
  'get-health-ready': cec => cec.isReady(),
  'get-journal': cec => cec.journal.search(),
  'get-journal-har': cec => cec.journal.har(),
  'get-latency': cec => cec.latency(),
  'get-pact-provider-states': cec => cec.pact.states(),
  'get-process': cec => cec.process({ collect: true }),
  'get-scenarios-scenarioName': cec => cec.scenarioText('queue-then-connect'),
  'get-snapshots': cec => cec.snapshots.list(),
  'get-snapshots-snapshotName': cec => cec.snapshots.read('before'),
  'get-snapshots-snapshotName-differences': cec => cec.snapshots.diff('before', 'after'),
  'get-spaces': cec => cec.spaces(),
  'get-spaces-spaceName': (_, space) => space.details(),
  'get-spaces-spaceName-agents': (_, space) => space.agents.list(),
  'get-spaces-spaceName-calls': (_, space) => space.calls.list({ text: 'ann', limit: 1 }),
  'get-spaces-spaceName-calls-id-media': (_, space) => space.calls.media(1),
  'get-spaces-spaceName-calls-id-ladder': (_, space) => space.calls.ladder(1),
  'get-spaces-spaceName-calls-id-pcap': (_, space) => space.calls.pcap(1, { decrypted: true }),
  'get-spaces-spaceName-calls-id-media-agent': (_, space) => space.calls.agentMedia(1),
  'get-spaces-spaceName-calls-id-recordings-mid': (_, space) => space.calls.recording(1, 'both'),
  'get-spaces-spaceName-clock': (_, space) => space.clock.read(),
  'get-spaces-spaceName-clock-due': (_, space) => space.clock.due(),
  'get-spaces-spaceName-explain-id': (_, space) => space.journal.explain('1'),
  'get-spaces-spaceName-export': (_, space) => space.export(),
  'get-spaces-spaceName-faults': (_, space) => space.faults.list(),
  'get-spaces-spaceName-findings': (_, space) => space.findings.list(),
  'get-spaces-spaceName-journal': (_, space) => space.journal.search(),
  'get-spaces-spaceName-journal-har': (_, space) => space.journal.har(),
  'get-spaces-spaceName-phones': (_, space) => space.phones.list(),
  'get-spaces-spaceName-breakpoints': (_, space) => space.breakpoints.list(),
  'get-spaces-spaceName-polls': (_, space) => space.polls.waiting(1, { within: '1s' }),
  'get-spaces-spaceName-queues': (_, space) => space.queues.list(),
  'get-spaces-spaceName-statistics': (_, space) => space.statistics(),
  'get-spaces-spaceName-stream': (_, space) => space.events().next(),
  'get-spaces-spaceName-tokens': (_, space) => space.tokens.list({ text: 'ann', limit: 1, soonest: true }),
  'post-import': cec => cec.import({} as SpaceSnapshot),
  'post-journal-verify': cec => cec.journal.verify({}),
  'post-pact-provider-states': cec => cec.pact.setUp('a tenant exists'),
  'post-scenarios-check': cec => cec.checkScenario('name: x'),
  'post-scenarios-try': cec => cec.tryScenario('name: x'),
  'post-snapshots': (cec, space) => cec.snapshots.save('before', space),
  'post-snapshots-snapshotName-load': cec => cec.snapshots.load('before'),
  'post-spaces': cec => cec.space(),
  'post-spaces-spaceName-replay': (_, space) => space.replay({ commands: 1 }, 'earlier'),
  'post-spaces-spaceName-agents-workNo-action': (_, space) => space.agents.get(1001).rest({ for: '5m' }),
  'post-spaces-spaceName-calls-id-events': (_, space) => space.calls.push(1, 'released'),
  'post-spaces-spaceName-clock': (_, space) => space.advance('10s'),
  'post-spaces-spaceName-faults': (_, space) => space.faults.arm({ at: 'poll', inject: 'hang' }),
  'post-spaces-spaceName-journal-verify': (_, space) => space.journal.verify({}),
  'post-spaces-spaceName-breakpoints-id-release': (_, space) =>
    space.breakpoints.release('request-1', { status: 503 }),
  'post-spaces-spaceName-polls-id-release': (_, space) => space.polls.release('clickToCall-1'),
  'post-spaces-spaceName-reset': (_, space) => space.reset(),
  'post-spaces-spaceName-tokens-id-expire': (_, space) => space.tokens.expireNow('messaging-1'),
  'post-spaces-spaceName-tokens-id-revoke': (_, space) => space.tokens.revoke('messaging-1'),
}

interface Operation { operationId: string, parameters?: { name: string, in: string }[] }

const document = JSON.parse(readFileSync(
  resolve(import.meta.dirname, '../../CecSim.Server/OpenApi/control.json'), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> }

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    query: (operation.parameters ?? []).filter(p => p.in === 'query').map(p => p.name),
  })))

const journalParts = [
  { operation: 'applyToken', method: 'POST', path: '/x', user: 'u1', status: 200, resultCode: '0', since: 'a',
    until: 'b', text: 'c' },
  { limit: 1, after: '2' },
] as const

afterEach(() => vi.unstubAllGlobals())

/** Nobody answers as a server does: what was asked for is all that counts. */
function record(): URL[] & { methods: string[] } {
  const asked = Object.assign([] as URL[], { methods: [] as string[] })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(new URL(url))
    asked.methods.push(init.method!)
    return Promise.resolve(new Response('{"spaces":[]}', { status: url.endsWith('/live') ? 200 : 410 }))
  })
  return asked
}

async function connect(): Promise<[CecSim, CecSpace]> {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ name: 'a', channelIds: [] } as Partial<SpaceDetails>)))
  const cec = await CecSim.connect('http://127.0.0.1:1')
  return [cec, await cec.attach('a')]
}

it('each operation of the control API has a method that asks for it and for nothing else', async () => {
  const asked: Record<string, string[]> = {}
  for (const [id, call] of Object.entries(callsOf)) {
    const [cec, space] = await connect()
    const urls = record()
    await call(cec, space).catch(() => undefined)
    asked[id] = urls.map((url, i) => operations.find(o =>
      o.method === urls.methods[i] && o.pattern.test(url.pathname))?.id ?? `${urls.methods[i]} ${url.pathname}`)
  }

  expect(asked).toEqual(Object.fromEntries(operations.map(o => [o.id, [o.id]])))
})

it('each query parameter of the control API can be given', async () => {
  const [cec, space] = await connect()
  const urls = record()
  const calls = [
    ...Object.values(callsOf).map(call => () => call(cec, space)),
    () => cec.journal.search(...journalParts), () => cec.journal.har(...journalParts),
    () => space.journal.search(...journalParts), () => space.journal.har(...journalParts),
    () => space.polls.list({ text: 'ann', limit: 1 }),
  ]
  for (const call of calls) {
    await call().catch(() => undefined)
  }

  const given = urls.flatMap(url => [...url.searchParams.keys()].flatMap(name =>
    operations.filter(o => o.method === 'GET' && o.pattern.test(url.pathname)).map(o => `${o.id}?${name}`)))
  const known = operations.flatMap(o => o.query.map(name => `${o.id}?${name}`))
  expect(known.filter(k => !given.includes(k))).toEqual([])
  expect(given.filter(g => !known.includes(g))).toEqual([])
})

it('the types in the repository are those of the document', async () => {
  const script = resolve(import.meta.dirname, '../scripts/generate-types.mjs')
  await promisify(execFile)(process.execPath, [script, '--check'])
})
