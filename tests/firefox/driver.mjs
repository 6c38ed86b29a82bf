// Firefox, or a Chromium in which pages behind others are hidden, driven by one JSON command a line on standard input;
// an answer a line on standard output:
//   {"id":1,"do":"open","url":"https://…"}                     {"id":1,"value":"1"}: the page's name
//   {"id":2,"do":"evaluate","page":"1","frame":"name","script":"1 + 1"}   {"id":2,"value":2}
//   {"id":3,"do":"close"}                                      {"id":3,"error":"…"}
// node driver.mjs '{"browser":"firefox","program":"/usr/bin/firefox-esr","preferences":{"…":true},"console":true}'
// node driver.mjs '{"browser":"chrome","program":"/usr/bin/chromium","arguments":["--…"],"profile":"/tmp/…"}'
import { createInterface } from 'node:readline'
import { argv, exit, stdin, stdout } from 'node:process'
import puppeteer from 'puppeteer-core'

const { browser: kind, program, arguments: args, profile, preferences, console: hears } = JSON.parse(argv[2])
const browser = await puppeteer.launch({
  browser: kind,
  executablePath: program,
  headless: true,
  acceptInsecureCerts: true,
  protocolTimeout: 60_000,
  args,
  userDataDir: profile,
  extraPrefsFirefox: preferences,
})
const pages = new Map()
let last = 0

function frameOf({ page, frame }) {
  const { page: itself } = pages.get(page)
  if (!frame) {
    return itself.mainFrame()
  }
  // By name, as pages know them: BiDi itself has no names.
  return Promise.all(itself.mainFrame().childFrames().map(async (child) => {
    const element = await child.frameElement()
    return (await element?.evaluate((e) => e.name)) === frame ? child : null
  })).then((found) => found.find((f) => f !== null) ?? Promise.reject(new Error(`No frame is called ${frame}.`)))
}

async function placeOf({ page, frame, selector }) {
  const element = await (await frameOf({ page, frame })).$(selector)
  if (!element) {
    throw new Error(`Nothing is ${selector}.`)
  }
  return element
}

const commands = {
  async open({ url, width = 1280, height = 720 }) {
    const name = String(++last)
    const page = await browser.newPage()
    pages.set(name, { page })
    if (hears) {
      page.on('console', (message) => stdout.write(`${JSON.stringify({ console: message.text() })}\n`))
    }
    await page.setViewport({ width, height })
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    return name
  },
  install: ({ path }) => browser.installExtension(path),
  letNotify: ({ origin }) => browser.defaultBrowserContext().overridePermissions(origin, ['notifications']),
  async reload({ page }) {
    await pages.get(page).page.reload({ waitUntil: 'domcontentloaded' })
  },
  // An expression, awaited where it is a promise.
  evaluate: async (command) => (await frameOf(command)).evaluate(command.script),
  async resize({ page, width, height }) {
    await pages.get(page).page.setViewport({ width, height })
  },
  click: async (command) => (await placeOf(command)).click({ count: command.count ?? 1 }),
  press: async ({ page, key }) => pages.get(page).page.keyboard.press(key),
  picture: async ({ page, path }) => {
    await pages.get(page).page.screenshot({ path })
  },
  front: async ({ page }) => pages.get(page).page.bringToFront(),
  leave: async ({ page }) => {
    await pages.get(page).page.close()
    pages.delete(page)
  },
  close: () => browser.close(),
}

for await (const line of createInterface({ input: stdin })) {
  const command = JSON.parse(line)
  let answer
  try {
    answer = { id: command.id, value: await commands[command.do](command) }
  } catch (error) {
    answer = { id: command.id, error: String(error) }
  }
  stdout.write(`${JSON.stringify(answer)}\n`)
  if (command.do === 'close') {
    exit(0)
  }
}
// Whoever drove it is gone.
await browser.close()
