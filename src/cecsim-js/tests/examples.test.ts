import { cp, readdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { install, node, own, packTarballs } from './support/consumer.js'

describe('examples/click-to-dial', () => {
  const source = resolve(own, '../../examples/click-to-dial')
  const shop = join(inject('folder'), 'click-to-dial')
  const modules = join(shop, 'node_modules')

  beforeAll(async () => {
    await packTarballs()
    await install(shop, ['cecsim-'])
    await cp(source, shop, { recursive: true, filter: file => !file.includes('node_modules') })
    for (const name of await readdir(join(source, 'node_modules'))) {
      if (!name.startsWith('.')) {
        await symlink(join(source, 'node_modules', name), join(modules, name))
      }
    }
  })

  it('has tests of its requests, which pass', async () => {
    expect((await node([join(modules, 'vitest/vitest.mjs'), 'run'], {}, shop)).stdout).toMatch(/Tests +3 passed \(3\)/)
  })

  it('has tests of its pages, with sound, which pass', async () => {
    const chromium = { CHROMIUM: process.env['CHROMIUM'] ?? '/usr/bin/chromium' }
    const { stdout } = await node(
      [join(modules, '@playwright/test/cli.js'), 'test', '--reporter=line'], chromium, shop)
    expect(stdout).toMatch(/3 passed/)
  })
})
