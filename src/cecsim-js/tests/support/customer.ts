import type { CecSpace } from '../../src/index.js'

type Body = Record<string, unknown>

/** A page's requests to CEC, as the guides have them. */
export class Customer {
  private readonly headers: Record<string, string> = { 'Content-Type': 'application/json' }

  private constructor(private readonly space: CecSpace, private readonly userId: string) {}

  static of(space: CecSpace, userId = 'u1'): Customer {
    return new Customer(space, userId)
  }

  static async signIn(space: CecSpace, userId = 'u1'): Promise<Customer> {
    const customer = Customer.of(space, userId)
    await customer.takeAccessToken()
    await customer.takeMessagingToken()
    return customer
  }

  /** Sends the request of an operation, and keeps the token that comes of it. */
  send(operation: string): Promise<unknown> {
    const requests: Record<string, () => Promise<unknown>> = {
      tokenByAkSk: () => this.takeAccessToken(),
      applyToken: () => this.takeMessagingToken(),
      createClickToCall: () => this.call(),
      getClickToCallEvents: () => this.poll(),
      dropClickToCall: () => this.drop(),
    }
    return requests[operation]!()
  }

  call(): Promise<Body> {
    return this.post('/apiaccess/ccmessaging/v1/createClickToCall', { channel: 'WEB', mediaAbility: '0' })
  }

  poll(): Promise<Body> {
    return this.ask('GET', '/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB')
  }

  drop(): Promise<Body> {
    return this.post('/apiaccess/ccmessaging/v1/dropClickToCall', { channel: 'WEB' })
  }

  private async takeAccessToken(): Promise<void> {
    const { appKey, appSecret } = this.space.credentials
    const answer = await this.post(
      '/apigovernance/api/oauth/tokenByAkSk', { app_key: appKey, app_secret: appSecret })
    this.headers['x-app-key'] = appKey
    this.headers['Authorization'] = `Bearer ${answer['AccessToken']}`
  }

  private async takeMessagingToken(): Promise<void> {
    const { channelId } = this.space.credentials
    const answer = await this.post(
      '/apiaccess/ccmessaging/applyToken', { userId: this.userId, userName: 'Ann', channelId, locale: 'en' })
    this.headers['ccmessaging-token'] = `${answer['token']}`
  }

  private post(path: string, body: object): Promise<Body> {
    return this.ask('POST', path, body)
  }

  /** @returns The body, with the status where it is not 200. */
  private async ask(method: string, path: string, body?: object): Promise<Body> {
    const response = await fetch(
      this.space.credentials.url + path,
      { method, headers: this.headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    const answer = JSON.parse(await response.text() || '{}') as Body
    return response.ok ? answer : { ...answer, status: response.status }
  }
}
