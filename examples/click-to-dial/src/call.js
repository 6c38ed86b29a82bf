// One call at a time, for whatever shows it.
import axios from 'axios'
import { Cec } from './cec.js'
import { Phone } from './phone.js'

const texts = {
  queued: 'You are next.', connected: 'You are talking to us.', transferred: 'You are passed on.',
  released: 'Goodbye.', queueTimeout: 'Nobody has time now.', failed: 'That did not work.',
}

export const nobody = { text: 'Nobody is called.', isCalling: false }

const cec = new Cec(async () => (await axios.get('/backend/cec')).data)
const phone = new Phone(new Audio())

/** @param show takes { text, isCalling } whenever that changes */
export async function call(show) {
  let text = 'One moment.'
  show({ text, isCalling: true })
  try {
    await cec.signIn(`customer-${crypto.randomUUID()}`)
    await cec.call()
    for await (const { name, content } of cec.events()) {
      text = texts[name]
      show({ text, isCalling: true })
      if (name === 'connected') {
        phone.dial(content)
      }
    }
  } catch (error) {
    text = `That did not work: ${error.message}`
  } finally {
    phone.hangUp()
    show({ text, isCalling: false })
  }
}

export function hangUp() {
  return cec.drop()
}
