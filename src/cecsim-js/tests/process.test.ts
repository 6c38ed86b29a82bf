import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { CecSim, CecSimError } from '../src/index.js'
import { wellKnown } from '../src/disposal.js'
import { buildPackage } from '../scripts/build.mjs'

const start = (options: object = {}) => CecSim.start({ binary: inject('binary'), ...options })

/** Whether a process is there; one that has ended and that nobody has asked about yet is not. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return stat !== undefined && !/\) [ZX] /.test(stat)
}

async function untilGone(pid: number): Promise<void> {
  while (await isRunning(pid)) {
    await new Promise(r => setTimeout(r, 10))
  }
}

describe('a started server', () => {
  it('answers on a port of its own beside others, and is gone when it is disposed of', async () => {
    const servers = await Promise.all([start(), start(), start()])
    expect(new Set(servers.map(s => s.url)).size).toBe(3)
    expect(await Promise.all(servers.map(s => s.isReady()))).toEqual([true, true, true])

    await Promise.all(servers.map(s => s.dispose()))
    expect(await Promise.all(servers.map(s => isRunning(s.pid!)))).toEqual([false, false, false])
  })

  it('ends with its block, whether that waits for it or not', async () => {
    let pid: number
    {
      await using cec = await start()
      pid = cec.pid!
    }

    expect(await isRunning(pid)).toBe(false)
    {
      using cec = await start()
      pid = cec.pid!
    }

    await untilGone(pid)
  })

  it('says what is wrong when its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo

    const failure = await start({ port }).catch((e: unknown) => e) as CecSimError
    other.close()

    expect(failure).toMatchObject({ code: 'not-started', title: 'The server did not start.' })
    expect(failure.message).toMatch(new RegExp(`exit code 1[^]*${port}[^]*in use`))
  })

  it('that does not listen in time is ended, and its output told', async () => {
    const slow = join(inject('folder'), 'slow')
    await writeFile(slow, '#!/bin/sh\necho thinking about it\nexec cat\n')
    await chmod(slow, 0o755)

    await expect(start({ binary: slow, startWithin: 300 })).rejects.toMatchObject({
      code: 'not-started', detail: 'It did not listen within 0.3 s. Its last output:\nthinking about it',
    })
  })

  it('that cannot be started is told by its name', async () => {
    await expect(start({ binary: '/nowhere/cecsim' })).rejects.toMatchObject({
      code: 'not-started', detail: expect.stringContaining('/nowhere/cecsim ENOENT'),
    })
  })

  it('that dies in the middle of a test tells its last output, and no secret', async () => {
    // What it prints before its end is whatever went wrong; here a script does it for it.
    const mortal = join(inject('folder'), 'mortal')
    await writeFile(mortal, `#!/bin/sh
exec 3<&0
'${inject('binary')}' "$@" <&3 &
trap 'kill -9 $!; echo all is lost >&2; exit 3' USR1
while :; do wait; done
`)
    await chmod(mortal, 0o755)
    const cec = await start({ binary: mortal })
    const space = await cec.space()
    const waiting = space.polls.waiting(1).catch((e: unknown) => e)
    await space.details()
    process.kill(cec.pid!, 'SIGUSR1')

    expect(await waiting).toMatchObject({
      code: 'server-ended', detail: 'It ended by exit code 3. Its last output:\nall is lost',
    })
    const later = await space.advance('10s').catch((e: unknown) => e) as CecSimError
    expect(later.message).toContain('all is lost')
    expect(later.message).not.toContain('cecsim-demo-secret')
    await space.dispose()
    await cec.dispose()
  })

  it('says so when it is used after its end', async () => {
    const cec = await start()
    await cec.dispose()

    await expect(cec.space()).rejects.toMatchObject({
      code: 'server-ended', title: 'The server was disposed of.', remedy: 'Use it before its end.',
    })
  })

  it('asks for the control key that it was started with, where it has to', async () => {
    const cec = await start({ controlKey: 'a-key-of-a-test-that-is-long', args: ['--no-basis'] })

    expect(await cec.spaces()).toHaveLength(1)
    await cec.dispose()
  })
})

describe('a process of tests', () => {
  const script = join(inject('folder'), 'holder.mjs')

  beforeAll(async () => {
    const folder = join(inject('folder'), 'built')
    await buildPackage(folder)
    await writeFile(script, `
      import { CecSim } from '${join(folder, 'esm/index.js')}'
      const cec = await CecSim.start({ binary: '${inject('binary')}' })
      console.log(cec.pid)
      process.on('SIGUSR2', () => process.exit(7))
      process.on('message', () => process.disconnect())
    `)
  })

  async function hold(): Promise<{ holder: ChildProcess, server: number }> {
    const holder = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    const [line] = await once(createInterface({ input: holder.stdout! }), 'line') as [string]
    return { holder, server: Number(line) }
  }

  it.each(['SIGKILL', 'SIGTERM', 'SIGUSR2'] as const)('that ends by %s leaves no server behind', async signal => {
    const { holder, server } = await hold()
    expect(await isRunning(server)).toBe(true)

    holder.kill(signal)
    await once(holder, 'exit')
    await untilGone(server)
  })

  it('that forgot to dispose of its server ends all the same, and the server with it', async () => {
    const { holder, server } = await hold()

    holder.send('it has nothing else to do')
    expect(await once(holder, 'exit')).toEqual([0, null])
    await untilGone(server)
  })
})

describe('a server that runs already', () => {
  it('is taken by its address, and stays when it is left', async () => {
    const owner = await start()
    const cec = await CecSim.connect(`${owner.url}/`)
    expect(cec.url).toBe(owner.url)
    const { name } = await cec.space()

    await cec.dispose()
    expect((await owner.spaces()).map(s => s.name)).not.toContain(name)
    await owner.dispose()
  })

  it('is asked for before anything is done with it', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port } = free.address() as AddressInfo
    free.close()
    await once(free, 'close')

    await expect(CecSim.connect(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'no-server', detail: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

it('Node.js without the symbols of disposal gets those that compilers look for', () => {
  expect(wellKnown('asyncDispose', undefined)).toBe(Symbol.for('Symbol.asyncDispose'))
  expect(wellKnown('asyncDispose', Symbol.asyncDispose)).toBe(Symbol.asyncDispose)
})
