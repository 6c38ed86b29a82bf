import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/setup.ts'],
    // Two cores that build and serve besides: nothing here takes a minute on a machine that does nothing else.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
