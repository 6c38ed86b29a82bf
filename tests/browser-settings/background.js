// Sets what people set in their browsers, and pages cannot: how large a page is, and whose colours it has.
const { browserSettings, runtime, tabs } = globalThis.browser ?? chrome

runtime.onMessage.addListener(({ zoom, areColoursForced }, { tab }) => {
  if (zoom !== undefined) {
    tabs.setZoom(tab.id, zoom)
  }
  // Of Firefox alone; Chromium's developer tools have a switch for it.
  if (areColoursForced !== undefined) {
    browserSettings.overrideDocumentColors.set({ value: areColoursForced ? 'always' : 'never' })
  }
})
