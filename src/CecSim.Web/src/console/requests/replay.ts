// Sends a request once more, as its client would now: with tokens of its own in the place of those that are masked.
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import type { Credentials } from '../../../../cecsim-js/src/space.js'
import { headersOf } from './copying'
import { pathOf } from './entry'

export interface Replayed {
  status: number
  /** The new request's name in the journal; none where the server tells no basis. */
  id: string | null
}

type Client = Pick<Credentials, 'appKey' | 'appSecret' | 'channelId'>

/** @param client whose space it is; its secrets are masked in the journal */
export async function sendAgain(entry: JournalEntry, client: Client): Promise<Replayed> {
  const headers = new Headers(headersOf(entry))
  if (headers.has('Authorization')) {
    headers.set('Authorization', `Bearer ${await accessToken(client)}`)
  }

  if (headers.has('ccmessaging-token')) {
    headers.set('ccmessaging-token', await messagingToken(client, headers.get('Authorization') ?? '', entry.user))
  }

  const body = entry.request.body?.text
  const answer = await fetch(pathOf(entry), {
    method: entry.request.method, headers, redirect: 'manual',
    ...(body ? { body: withSecret(body, client) } : {}),
  })
  await answer.arrayBuffer()
  return { status: answer.status, id: answer.headers.get('X-CecSim-Id') }
}

/** Whether it can be: all of its body was kept, and a page may send such a thing. */
export function canBeSentAgain({ request }: JournalEntry): boolean {
  return !request.body?.cut && !['CONNECT', 'TRACE', 'TRACK'].includes(request.method.toUpperCase())
    && !(request.body?.text && ['GET', 'HEAD'].includes(request.method.toUpperCase()))
}

async function accessToken({ appKey, appSecret }: Client): Promise<string> {
  const answer = await asked('/apigovernance/api/oauth/tokenByAkSk', {}, { app_key: appKey, app_secret: appSecret })
  return String(answer['AccessToken'])
}

async function messagingToken(client: Client, authorization: string, user: string | null | undefined): Promise<string> {
  const answer = await asked(
    '/apiaccess/ccmessaging/applyToken', { 'x-app-key': client.appKey, Authorization: authorization },
    { userId: user ?? 'console', userName: user ?? 'console', channelId: client.channelId, locale: 'en' })
  return String(answer['token'])
}

async function asked(path: string, headers: Record<string, string>, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(path, {
    method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${text}`)
  }

  return JSON.parse(text)
}

function withSecret(body: string, { appSecret }: Client): string {
  try {
    const fields = JSON.parse(body)
    return fields?.app_secret === undefined ? body : JSON.stringify({ ...fields, app_secret: appSecret })
  } catch {
    return body
  }
}
