// What consoles that are looked at cost the server, and what a server under load costs a console: node measure.mjs
//
// One server, and the load generator's events to polls against it, once without and once with three consoles that each
// follow the space of the load. Consoles stand on other desks: the browser has the lowest priority, and never the
// first core. How long its frames take is read with --alone: one console at a time, with its share of the machine.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '1000' },
    held: { type: 'string', default: '15000' },
    for: { type: 'string', default: '20s' },
    runs: { type: 'string', default: '3' },
    alone: { type: 'boolean', default: false },
    binary: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
})
const root = resolve(import.meta.dirname, '..', '..')
const built = (name, file) => join(root, 'artifacts', 'bin', name, 'release', file)
const SHOWN = { stdio: ['ignore', 'pipe', 'inherit'] }
const otherCores = `1-${availableParallelism() - 1}`
const views = ['requests', 'time', 'charts']
const lookedAt = values.alone ? views.map((v) => [v]) : [[], views]

const served = values.binary ? [values.binary] : ['dotnet', built('CecSim.Cli', 'cecsim.dll')]
const server = spawn(served[0], [...served.slice(1), ...serveArgs()], SHOWN)
const address = await listening(server)
const politeBrowser = join(mkdtempSync(join(tmpdir(), 'consoles-')), 'chromium')
const politely = `taskset -c ${otherCores} ${values.alone ? '' : 'nice -n 19 '}`
writeFileSync(politeBrowser, `#!/bin/sh\nexec ${politely}'${values.chromium}' "$@"\n`, { mode: 0o755 })
const results = []
try {
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const shown of lookedAt) {
      const result = { run, consoles: shown.length, ...await measure(shown) }
      results.push(result)
      console.log(JSON.stringify(result))
    }
  }

  const medianOf = (consoles, name) => median(results.filter((r) => r.consoles === consoles).map((r) => r[name]))
  for (const name of values.alone ? [] : ['serverP99Ms', 'clientP99Ms']) {
    const [without, withThree] = [medianOf(0, name), medianOf(views.length, name)]
    console.log(`${name}: ${without} without, ${withThree} with three consoles: ${(withThree / without).toFixed(2)} ×`)
  }
} finally {
  server.kill()
}

function serveArgs() {
  return ['serve', '--urls', 'http://127.0.0.1:0', '--https-port', '0', '--sip-port', '0', '--media-port', '0']
}

/** Goes on at the line that says where the server listens. */
function listening(process) {
  return new Promise((found, failed) => {
    let text = ''
    process.stdout.on('data', (part) => {
      text += part
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)
      if (address && text.includes('\n\n')) {
        found(address[0])
      }
    })
    process.on('exit', () => failed(new Error(`The server ended: ${text}`)))
  })
}

// A port that was in use is free again a minute later, and there are some 28,000.
async function portsAreFree() {
  const waiting = () => Number(/TCP:.* tw (\d+)/.exec(readFileSync('/proc/net/sockstat', 'utf8'))?.[1] ?? 0)
  while (waiting() > 5000) {
    await new Promise((next) => setTimeout(next, 1000))
  }
}

async function measure(shown) {
  await portsAreFree()
  const out = mkdtempSync(join(tmpdir(), 'load-'))
  const load = spawn('dotnet', [
    built('CecSim.LoadTests', 'cecsim-load.dll'), 'event-latency', '--target', address, '--rate', values.rate,
    '--held', values.held, '--for', values.for, '--no-floor', '--no-peers', '--runs', '1', '--out', out,
  ], { stdio: ['ignore', 'ignore', 'inherit'] })
  const over = new Promise((done) => load.on('exit', done))
  const seen = shown.length === 0 ? {} : await look(shown, over)
  await over
  const [run] = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')).runs
  return {
    serverP99Ms: run.serverLatency.p99Milliseconds,
    clientP99Ms: run.latencies[0].p99Milliseconds,
    lost: run.lostEvents,
    failed: run.failed,
    ...seen,
  }
}

/** Consoles, from the moment on at which the space of the load is there until the load is over. */
async function look(shown, over) {
  const space = await spaceOfLoad()
  const browser = await chromium.launch({
    executablePath: politeBrowser, args: ['--no-sandbox', '--enable-precise-memory-info'],
  })
  const pages = []
  for (const view of shown) {
    const page = await browser.newPage()
    await page.goto(`${address}/_cecsim/ui#/spaces/${space}/${view}`)
    await page.locator('.live[data-live=true]').waitFor()
    await page.evaluate(() => {
      globalThis.longest = 0
      globalThis.long = 0
      let last = performance.now()
      const frame = (now) => {
        globalThis.longest = Math.max(globalThis.longest, now - last)
        globalThis.long += now - last > 100 ? 1 : 0
        last = now
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      globalThis.tasks = []
      new PerformanceObserver((list) => {
        globalThis.tasks.push(...list.getEntries().map((e) => e.duration))
      }).observe({ type: 'longtask', buffered: false })
    })
    pages.push({ view, page, heapMb: 0 })
  }

  let isOver = false
  void over.then(() => { isOver = true })
  while (!isOver) {
    await Promise.race([over, new Promise((next) => setTimeout(next, 1000))])
    for (const p of pages) {
      const heap = await p.page.evaluate(() => performance.memory.usedJSHeapSize / 1e6)
      p.heapMb = Math.max(p.heapMb, Math.round(heap))
    }
  }

  const told = {}
  for (const { view, page, heapMb } of pages) {
    told[view] = { heapMb, ...await page.evaluate(() => ({
      longestFrameMs: Math.round(globalThis.longest),
      framesOver100Ms: globalThis.long,
      longestTaskMs: Math.round(Math.max(0, ...globalThis.tasks)),
    })) }
  }

  await browser.close()
  return told
}

async function spaceOfLoad() {
  for (;;) {
    const { spaces } = await (await fetch(`${address}/_cecsim/spaces`)).json()
    const made = spaces.find((s) => s.name !== 'demo')
    if (made) {
      return made.name
    }

    await new Promise((next) => setTimeout(next, 200))
  }
}

function median(all) {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
