import * as cec from './cec.mjs'
import { traffic } from './statistics.mjs'

const betweenLooksMs = 50

/** Gives the tests what they drive: `cec`, `newPhone()`, `phone`, the first of them, and `until()`. */
export function offerPhones(Phone) {
  Object.assign(window, {
    cec,
    newPhone: () => new Phone(),
    phone: new Phone(),
    until
  })
}

/** @returns the traffic of the first phone once it is as wanted; whoever asks decides how long to wait */
async function until(kind, isWanted) {
  for (;;) {
    const seen = await traffic(window.phone.connection, kind)
    if (isWanted(seen)) {
      return seen
    }
    await new Promise(next => setTimeout(next, betweenLooksMs))
  }
}
