import type { SpaceDetails } from '../../../../cecsim-js/src/contract.js'
import { quoted } from '../shell'

/** The first request of every client, as a shell runs it. */
export function tokenByCurl(origin: string, space: Pick<SpaceDetails, 'appKey' | 'appSecret'>): string {
  const body = JSON.stringify({ app_key: space.appKey, app_secret: space.appSecret })
  return `curl -sS ${quoted(`${origin}/apigovernance/api/oauth/tokenByAkSk`)} \\\n`
    + `  -H 'Content-Type: application/json' \\\n`
    + `  -d ${quoted(body)}`
}
