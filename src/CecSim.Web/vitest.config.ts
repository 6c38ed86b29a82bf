import { defineConfig } from 'vitest/config'
import { faultSchema } from './scenario-schema.mjs'

export default defineConfig({
  define: { FAULT_SCHEMA: await faultSchema() },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'https://crm.example/', settings: { disableIframePageLoading: true } } },
    include: ['src/**/*.test.ts'],
  },
})
