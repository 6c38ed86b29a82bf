import { createApp, h, ref } from 'vue'
import { call, hangUp, nobody } from './call.js'

const CallUs = {
  setup() {
    const state = ref(nobody)
    const show = now => { state.value = now }
    return () => [
      h('button', { disabled: state.value.isCalling, onClick: () => call(show) }, 'Call us'),
      h('button', { disabled: !state.value.isCalling, onClick: hangUp }, 'Hang up'),
      h('p', h('output', state.value.text)),
    ]
  },
}

createApp(CallUs).mount('#app')
