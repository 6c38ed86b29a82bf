import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { platforms } from '../src/platforms.js'
import { install, node as nodeIn, offline, own, packTarballs, tarballs } from './support/consumer.js'
import { filesOfPage, firstStepsPrint, writePage } from './support/page.js'

// On a machine that is busy with other tests a server takes longer to start than a framework waits by itself.
const patienceMs = 100_000

const run = promisify(execFile)
const consumer = join(inject('folder'), 'consumer')
const versionOfBinary = async () => (await run(inject('binary'), ['--version'])).stdout.trim().split('+')[0]
const node = (args: string[], environment: object = {}, cwd = consumer) => nodeIn(args, environment, cwd)

beforeAll(async () => {
  await packTarballs()
  await install(consumer, ['cecsim-'])
  await writePage(consumer)
})

describe('the packed package', () => {
  it('is two files, of which the one brings the other and nothing else', async () => {
    const version = await versionOfBinary()
    expect((await readdir(tarballs)).sort()).toEqual([`cecsim-${version}.tgz`, `cecsim-linux-x64-${version}.tgz`])
    const installed = (await readdir(join(consumer, 'node_modules'))).filter(f => !f.startsWith('.'))
    expect(installed).toEqual(['@cecsim', 'cecsim'])

    const manifest = JSON.parse(await readFile(join(consumer, 'node_modules/cecsim/package.json'), 'utf8'))
    expect(manifest.version).toBe(version)
    expect(manifest.optionalDependencies).toEqual({ '@cecsim/linux-x64': version })
    expect(Object.keys(manifest)).not.toContain('dependencies')
    expect(Object.keys(manifest)).not.toContain('scripts')
    expect(Object.keys(manifest)).not.toContain('devDependencies')
  })

  it('runs by npx', async () => {
    const { stdout } = await run('npx', ['--no-install', 'cecsim', '--version'], { cwd: consumer, env: offline })
    expect(stdout).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('gives on the exit code and the words of the binary', async () => {
    const failure = await node(['node_modules/cecsim/bin/cecsim.js', 'check', 'nowhere.yaml'])
      .catch((e: unknown) => e) as Error
    expect(failure.message).toContain('nowhere.yaml')
  })

  it('serves until it is interrupted, as the binary does', async () => {
    const serve = execFile(process.execPath, [
      'node_modules/cecsim/bin/cecsim.js', 'serve', '--urls', 'http://127.0.0.1:0', '--https-port', '0', '--media-port',
      '0',
    ], { cwd: consumer })
    const ended = new Promise(done => serve.once('close', (code, signal) => done([code, signal])))
    let banner = ''
    for await (const text of serve.stdout!) {
      banner += text as string
      if (banner.includes('Ctrl-C')) {
        serve.kill('SIGTERM')
      }
    }

    expect(banner).toContain('cecsim-demo-key')
    expect(await ended).toEqual([0, null])
  })

  it('brings who has nothing but npm to a first token, as the script that times it says', async () => {
    const { stdout } = await node(
      ['scripts/time-first-token.mjs', '--tarballs', tarballs, '--runs', '1', '--goal', '100'], {}, own)
    expect(stdout).toMatch(/^run 1: [\d.]+ s to the first token; npm install [^]*\nmedian [\d.]+ s, goal 100 s\n$/)
  })

  it('says which package is missing where the platform has none, and what to do', async () => {
    const folder = join(inject('folder'), 'without-binary')
    await install(folder, ['cecsim-0'])
    await expect(node(['node_modules/cecsim/bin/cecsim.js', 'serve'], {}, folder)).rejects.toThrow(
      /No binary of CecSim for this machine\. The package @cecsim\/linux-x64 is not installed\.[^]*CECSIM_BINARY/)
    const { stdout } = await node(
      ['node_modules/cecsim/bin/cecsim.js', '--version'], { CECSIM_BINARY: inject('binary') }, folder)
    expect(stdout).toMatch(/^\d/)
  })

  it('for a registry names every platform, each with what npm has to know', async () => {
    const binaries = join(inject('folder'), 'binaries')
    const published = join(inject('folder'), 'published')
    await expect(node(['scripts/pack.mjs', '--binaries', binaries, '--to', published], {}, own)).rejects.toThrow(
      /There is no binary at .*linux-x64\/cecsim\. Make it with dotnet publish\./)
    for (const { name, os } of platforms) {
      await mkdir(join(binaries, name), { recursive: true })
      await writeFile(join(binaries, name, os === 'win32' ? 'cecsim.exe' : 'cecsim'), name)
    }

    await expect(node(['scripts/pack.mjs', '--binaries', binaries, '--to', published], {}, own)).rejects.toThrow(
      /linux-x64\/cecsim does not tell its version/)
    await cp(inject('binary'), join(binaries, 'linux-x64', 'cecsim'))
    await node(['scripts/pack.mjs', '--binaries', binaries, '--to', published], {}, own)
    const manifestOf = async (file: string) => JSON.parse(
      (await run('tar', ['-xzOf', join(published, file), 'package/package.json'])).stdout)

    const version = await versionOfBinary()
    expect((await manifestOf(`cecsim-${version}.tgz`)).optionalDependencies).toEqual({
      '@cecsim/darwin-arm64': version, '@cecsim/linux-arm64': version, '@cecsim/linux-x64': version,
      '@cecsim/linux-x64-musl': version, '@cecsim/win32-x64': version,
    })
    expect(await manifestOf(`cecsim-linux-x64-musl-${version}.tgz`)).toMatchObject({
      name: '@cecsim/linux-x64-musl', os: ['linux'], cpu: ['x64'], libc: ['musl'],
    })
    expect(await manifestOf(`cecsim-win32-x64-${version}.tgz`)).toMatchObject({ os: ['win32'], cpu: ['x64'] })
    await rm(binaries, { recursive: true })
  })

  it.each(['import { CecSim } from "cecsim"', 'const { CecSim } = require("cecsim")'])('is had by %s', async line => {
    const type = line.startsWith('import') ? 'mjs' : 'cjs'
    await writeFile(join(consumer, `consumer.${type}`), `${line}
      async function main() {
        const cec = await CecSim.start()
        const space = await cec.space()
        console.log((await space.advance('10s')).now)
        await cec.dispose()
      }
      main()`)
    expect((await node([`consumer.${type}`])).stdout).toBe('2026-01-05T09:00:10+00:00\n')
  })

  it.each([
    { of: 'a module', file: 'typed.mts' }, { of: 'a CommonJS file', file: 'typed.cts' },
  ])('has types for $of, which need no others', async ({ file }) => {
    await writeFile(join(consumer, file), `import { CecSim, CecSimError, type Fault, type SpaceEvent } from 'cecsim'

      export async function main(): Promise<number | undefined> {
        await using cec = await CecSim.start({ scenarios: ['scenarios'] })
        const space = await cec.space({ scenario: { name: 'a' }, clock: { mode: 'running', rate: 60 } })
        const fault: Fault = { at: 'poll', when: { nth: 2, after: '1m' }, inject: { status: 503 } }
        const armed: number = (await space.faults.arm(fault)).strikes
        const polls = await space.polls.waiting(1, { within: 250 })
        const user: string | undefined = polls[0]?.userId
        for await (const event of space.events()) {
          if (event.kind === 'callEvent') { return event.callEvent.event.eventId }
          const at: string = event.at
          // @ts-expect-error only the events of polls have one
          event.poll
        }
        try {
          await space.reset('journal')
          // @ts-expect-error no such scope
          await space.reset('everything')
        } catch (error) {
          if (error instanceof CecSimError && error.code === 'space-unknown') { throw error }
        }
        return armed + (user?.length ?? 0)
      }
      export type Event = SpaceEvent`)
    await writeFile(join(consumer, 'tsconfig.json'), JSON.stringify({
      compilerOptions: { strict: true, module: 'nodenext', target: 'es2022', noEmit: true, types: [] }, files: [file],
    }))
    await node([join(own, 'node_modules/typescript/bin/tsc'), '--project', 'tsconfig.json'])
  })
})

describe('docs/javascript.md', () => {
  beforeAll(async () => {
    // The page's projects have their frameworks beside the package.
    await mkdir(join(consumer, 'node_modules/@playwright'))
    for (const name of ['vitest', 'jest', '@playwright/test']) {
      await symlink(join(own, 'node_modules', name), join(consumer, 'node_modules', name))
    }

    await writeFile(join(consumer, 'package.json'), '{ "private": true, "type": "module" }')
  })

  const programOf = (name: string, file: string) =>
    join(createRequire(import.meta.url).resolve(`${name}/package.json`), '..', file)

  it('shows first steps that print what it says', async () => {
    expect((await node(['first-steps.js'])).stdout).toBe(firstStepsPrint)
  })

  it('shows a test of Vitest that passes', async () => {
    await writeFile(join(consumer, 'vitest.config.js'), `export default {
      test: { include: ['*.vitest.js'], testTimeout: ${patienceMs}, hookTimeout: ${patienceMs} },
    }`)
    const { stdout } = await node([programOf('vitest', 'vitest.mjs'), 'run'])
    expect(stdout).toMatch(/Tests +1 passed \(1\)/)
  })

  it('shows a test of Jest that passes', async () => {
    await writeFile(
      join(consumer, 'jest.config.cjs'),
      `module.exports = { testMatch: ['**/*.jest.cjs'], testTimeout: ${patienceMs} }`)
    const { stderr } = await node([programOf('jest', 'bin/jest.js'), '--config', 'jest.config.cjs'])
    expect(stderr).toMatch(/Tests: +1 passed, 1 total/)
  })

  it('shows a test of Playwright that passes', async () => {
    const launch = { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] }
    await writeFile(join(consumer, 'playwright.config.js'), `export default {
      testMatch: '*.spec.js', reporter: 'line', timeout: ${patienceMs}, expect: { timeout: 60_000 },
      use: { launchOptions: ${JSON.stringify(launch)} },
    }`)
    const { stdout } = await node([programOf('@playwright/test', 'cli.js'), 'test'])
    expect(stdout).toMatch(/1 passed/)
  })

  it('shows no file that nothing runs', () => {
    expect([...filesOfPage.keys()]).toEqual(
      ['call-client.js', 'first-steps.js', 'call.vitest.js', 'call.jest.cjs', 'call.spec.js'])
  })
})
