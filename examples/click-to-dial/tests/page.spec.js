import { expect, test as base } from '@playwright/test'
import { createServer } from 'vite'
import { CecSim } from 'cecsim'
import { viteOptions } from '../backend.js'

const test = base.extend({
  cecsim: [async ({}, use) => {
    const cecsim = await CecSim.start()
    await use(cecsim)
    await cecsim.dispose()
  }, { scope: 'worker' }],
  space: async ({ cecsim }, use) => {
    const space = await cecsim.space({
      scenario: { name: 'a-minute-in-the-queue', calls: [{ script: ['queued', { wait: '1m' }, 'connected'] }] },
    })
    await use(space)
    await space.dispose()
  },
  shop: async ({ space }, use) => {
    const options = viteOptions(space.credentials)
    const vite = await createServer({ ...options, server: { ...options.server, host: 'localhost', port: 0 } })
    await vite.listen()
    await use(vite.resolvedUrls.local[0])
    await vite.close()
  },
})

for (const file of ['index.html', 'react.html', 'vue.html']) {
  test(`a customer of ${file} waits, talks and hangs up`, ({ page, shop, space }) =>
    waitTalkHangUp(page, shop + file, space))
}

async function waitTalkHangUp(page, address, space) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Call us' }).click()
  await expect(page.getByRole('status')).toHaveText('You are next.')

  await space.polls.waiting(1)
  await space.advance('1m')
  await expect(page.getByRole('status')).toHaveText('You are talking to us.')
  const { id } = await space.calls.latest()
  await expect.poll(async () => (await space.calls.media(id).catch(() => ({}))).heardAudio).toBe(true)

  await page.getByRole('button', { name: 'Hang up' }).click()
  await expect(page.getByRole('status')).toHaveText('Goodbye.')
  await space.findings.mustBeNone('warning')
}
