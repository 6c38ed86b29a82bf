import { call, hangUp, nobody } from './call.js'

const [callButton, hangUpButton] = ['call', 'hang-up'].map(id => document.getElementById(id))
const output = document.querySelector('output')

function show({ text, isCalling }) {
  output.value = text
  callButton.disabled = isCalling
  hangUpButton.disabled = !isCalling
}

show(nobody)
callButton.onclick = () => call(show)
hangUpButton.onclick = hangUp
