import * as cec from './cec.mjs'
import { traffic } from './statistics.mjs'

/** Gives the tests what they drive: `cec`, `newPhone()`, and `phone`, the first of them. */
export function offerPhones(Phone) {
  Object.assign(window, {
    cec,
    newPhone: () => new Phone(),
    phone: new Phone(),
    traffic: kind => traffic(window.phone.connection, kind)
  })
}
