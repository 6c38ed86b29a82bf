import { createElement as h, Fragment, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { call, hangUp, nobody } from './call.js'

function CallUs() {
  const [{ text, isCalling }, show] = useState(nobody)
  return h(Fragment, null,
    h('button', { disabled: isCalling, onClick: () => call(show) }, 'Call us'),
    h('button', { disabled: !isCalling, onClick: hangUp }, 'Hang up'),
    h('p', null, h('output', null, text)))
}

createRoot(document.getElementById('app')).render(h(CallUs))
