// `npx cecsim serve` beside it has these for its demo space.
import { env } from 'node:process'
import { viteOptions } from './backend.js'

export default viteOptions({
  url: env.CEC ?? 'http://127.0.0.1:5080',
  appKey: env.CEC_APP_KEY ?? 'cecsim-demo-key',
  appSecret: env.CEC_APP_SECRET ?? 'cecsim-demo-secret',
  channelId: env.CEC_CHANNEL ?? '202403010000000001',
})
