// A test asks in its page: dispatchEvent(new CustomEvent('cecsim-settings', { detail: '{"zoom":4}' }))
addEventListener('cecsim-settings', ({ detail }) => {
  (globalThis.browser ?? chrome).runtime.sendMessage(JSON.parse(detail))
})
