// Firefox with the page of tests/browser-phones in it: JsSIP, and Firefox's own WebRTC. Driven over WebDriver BiDi.
import puppeteer from 'puppeteer-core'
import { takeCommands, until } from './commands.mjs'

const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr'

class FirefoxPhone {
  #browser
  #page

  async call(content) {
    this.#browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: {
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
        'media.autoplay.default': 0,
        'media.gmp-manager.updateEnabled': false
      }
    })
    this.#page = await this.#browser.newPage()
    await this.#page.goto(content.page)
    await this.#page.addScriptTag({ path: content.script })
    const status = await this.#page.evaluate(content => window.phone.call(content, false), content)
    if (status !== 200) {
      throw new Error(`The call got ${status}.`)
    }
  }

  async hears() {
    const before = await this.#heard()
    return until(async () => {
      const now = await this.#heard()
      return now.packets >= before.packets + 25 && now.energy > before.energy && now
    })
  }

  hold() {
    return this.#page.evaluate(() => window.phone.hold())
  }

  resume() {
    return this.#page.evaluate(() => window.phone.unhold())
  }

  async hangUp() {
    await this.#page.evaluate(() => { window.phone.hangUp() })
  }

  ended() {
    return this.#page.evaluate(() => window.phone.ended)
  }

  async close() {
    await this.#browser?.close()
  }

  #heard() {
    return this.#page.evaluate(() => until('audio', () => true))
  }
}

await takeCommands(new FirefoxPhone())
