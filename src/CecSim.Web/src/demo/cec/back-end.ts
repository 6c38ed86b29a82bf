// What an enterprise's own back end does: it keeps app_key and app_secret, and gets access tokens for its pages. A demo
// has no back end; the control API tells this page the two, where it may ask it.
import type { Asking, Json } from './asking'

const keyKept = 'cecsim-control-key'

export interface Space {
  appKey: string
  channelId: string
  /** Whether its time stands still. */
  isStopped: boolean
}

export interface Access {
  space: Space
  headers: Record<string, string>
}

export class BackEnd {
  readonly #asking: Asking
  readonly #space: string

  /** @param space by its name */
  constructor(asking: Asking, space: string) {
    this.#asking = asking
    this.#space = space
  }

  /** Away from this machine the control API wants its key. */
  get controlKey(): string {
    try {
      return sessionStorage.getItem(keyKept) ?? ''
    } catch {
      return ''
    }
  }

  set controlKey(key: string) {
    try {
      sessionStorage.setItem(keyKept, key)
    } catch {
      // A page without storage is asked again.
    }
  }

  /** Gets an access token, and says how requests carry it. */
  async signIn(): Promise<Access> {
    const key = this.controlKey
    const { answer: space } = await this.#asking.ask({
      operation: 'spaces',
      path: `/_cecsim/spaces/${encodeURIComponent(this.#space)}`,
      headers: key ? { Authorization: `Bearer ${key}` } : {},
    })
    const appKey = String(space.appKey)
    const { answer: token } = await this.#asking.ask({
      operation: 'tokenByAkSk',
      path: '/apigovernance/api/oauth/tokenByAkSk',
      body: { app_key: appKey, app_secret: space.appSecret },
    })
    return {
      space: {
        appKey,
        channelId: String((space.channelIds as unknown[])[0]),
        isStopped: (space.clock as Json | undefined)?.mode === 'frozen',
      },
      headers: { 'x-app-key': appKey, Authorization: `Bearer ${String(token.AccessToken)}` },
    }
  }
}
