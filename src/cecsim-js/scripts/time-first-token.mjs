// Times the way of a newcomer who has nothing but npm and the two files: an empty folder, an empty cache, npm install,
// npx cecsim serve, and the first access token.
//   node scripts/time-first-token.mjs --tarballs FOLDER [--runs 5] [--goal 10]
// Each run is a line; it ends with 1 where the median is above the goal, in seconds.
import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { argv, cwd, env, exit } from 'node:process'
import { createInterface } from 'node:readline'
import { parseArgs, promisify } from 'node:util'

const { values: { tarballs, runs, goal } } = parseArgs({
  args: argv.slice(2),
  options: {
    tarballs: { type: 'string' },
    runs: { type: 'string', default: '5' },
    goal: { type: 'string', default: '10' },
  },
})
if (!tarballs) {
  console.error('Name the folder of the two files with --tarballs FOLDER; npm run pack:local makes them.')
  exit(2)
}

const folder = resolve(env.INIT_CWD ?? cwd(), tarballs)
const files = (await readdir(folder)).filter(f => f.endsWith('.tgz')).map(f => join(folder, f))
const totals = []
for (let run = 1; run <= Number(runs); run++) {
  const { installed, listening, token } = await once()
  totals.push(token)
  console.log(`run ${run}: ${seconds(token)} s to the first token; `
    + `npm install ${seconds(installed)} s, npx cecsim serve ${seconds(listening - installed)} s, `
    + `tokenByAkSk ${seconds(token - listening)} s`)
}

const median = totals.sort((a, b) => a - b)[Math.floor(totals.length / 2)]
console.log(`median ${seconds(median)} s, goal ${goal} s`)
exit(median <= Number(goal) * 1_000 ? 0 : 1)

async function once() {
  const home = await mkdtemp(join(tmpdir(), 'cecsim-first-token-'))
  const project = join(home, 'project')
  await mkdir(project)
  const environment = { ...env, npm_config_cache: join(home, 'cache'), CECSIM_DATA: join(home, 'data') }
  delete environment.CECSIM_BINARY
  const began = performance.now()
  let serve
  try {
    await promisify(execFile)('npm', ['install', ...files], { cwd: project, env: environment })
    const installed = performance.now() - began
    serve = spawn('npx', [
      '--no-install', 'cecsim', 'serve', '--until-input-ends', '--urls', 'http://127.0.0.1:0', '--https-port', '0',
      '--media-port', '0',
    ], { cwd: project, env: environment, stdio: ['pipe', 'pipe', 'inherit'] })
    const { url, key, secret } = await readBanner(serve)
    const listening = performance.now() - began
    const answer = await fetch(`${url}/apigovernance/api/oauth/tokenByAkSk`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ app_key: key, app_secret: secret }),
    })
    if (!(await answer.json()).AccessToken) {
      throw new Error(`tokenByAkSk answered ${answer.status}`)
    }

    return { installed, listening, token: performance.now() - began }
  } finally {
    const ended = serve && new Promise(done => serve.once('exit', done))
    serve?.stdin.end()
    await ended
    await rm(home, { recursive: true, force: true })
  }
}

async function readBanner(serve) {
  const banner = []
  for await (const line of createInterface({ input: serve.stdout })) {
    banner.push(line)
    if (line.startsWith('Ctrl-C')) {
      const text = banner.join('\n')
      const find = pattern => pattern.exec(text)[1]
      return {
        url: find(/^ +(http:\S+)$/m), key: find(/^ +app_key +(\S+)$/m), secret: find(/^ +app_secret +(\S+)$/m),
      }
    }
  }

  throw new Error('serve ended before its banner.')
}

function seconds(milliseconds) {
  return (milliseconds / 1_000).toFixed(2)
}
