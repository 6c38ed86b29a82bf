import axios from 'axios'
import { Cec } from './cec.js'
import { Phone } from './phone.js'

const [call, hangUp] = ['call', 'hang-up'].map(id => document.getElementById(id))
const output = document.querySelector('output')
const phone = new Phone(document.querySelector('audio'))
const cec = new Cec(async () => (await axios.get('/backend/cec')).data)

const texts = {
  queued: 'You are next.', connected: 'You are talking to us.', transferred: 'You are passed on.',
  released: 'Goodbye.', queueTimeout: 'Nobody has time now.', failed: 'That did not work.',
}

call.onclick = async () => {
  call.disabled = true
  try {
    await cec.signIn(`customer-${crypto.randomUUID()}`)
    await cec.call()
    hangUp.disabled = false
    for await (const { name, content } of cec.events()) {
      output.value = texts[name]
      if (name === 'connected') {
        phone.dial(content)
      }
    }
  } catch (error) {
    output.value = `That did not work: ${error.message}`
  } finally {
    phone.hangUp()
    call.disabled = false
    hangUp.disabled = true
  }
}

hangUp.onclick = () => cec.drop()
