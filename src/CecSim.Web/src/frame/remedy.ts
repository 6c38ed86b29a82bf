import { fill, type Texts } from './texts'

const machine = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/

/** The one thing that helps where a browser keeps none of the bar's cookies. */
export function remedyFor(page: string | null, bar: string, texts: Texts): string {
  const [p, b] = [page === null ? null : new URL(page), new URL(bar)]
  if (p && p.hostname !== b.hostname && machine.test(p.hostname) && machine.test(b.hostname)) {
    const port = b.protocol === p.protocol && b.port ? `:${b.port}` : ''
    return fill(texts.cookiesSameHost, `${p.protocol}//${p.hostname}${port}`)
  }
  return b.protocol === 'http:' && !machine.test(b.hostname)
    ? fill(texts.cookiesHttps, b.host)
    : fill(texts.cookiesAllow, b.host)
}
