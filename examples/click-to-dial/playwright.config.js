import { env } from 'node:process'

export default {
  testDir: 'tests',
  testMatch: '*.spec.js',
  timeout: 100_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: {
      ...(env.CHROMIUM ? { executablePath: env.CHROMIUM } : {}),
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--no-sandbox'],
    },
  },
}
