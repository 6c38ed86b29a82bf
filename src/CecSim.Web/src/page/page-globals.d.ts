// What the document puts into the page's global scope (Connection Bar, 5.4 to 6.2), and one name of our own.
interface Window {
  listeners?: Record<string, ((envelope: unknown) => void) | undefined>
  $aicc_ContextPath?: string
  $saicc_ContextPath?: string
  $ContextPath?: string
  cecsimBarSession?: string
}
