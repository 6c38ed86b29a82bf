import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'https://crm.example/', settings: { disableIframePageLoading: true } } },
    include: ['src/**/*.test.ts'],
  },
})
