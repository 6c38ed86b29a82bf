/** An element of the frame by its id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id)
  if (!element) {
    throw new Error(`The frame has no ${id}.`)
  }
  return element as T
}

/** Sets a text, and leaves the element alone where it says so already: screen readers hear only what is new. */
export function say(id: string, text: string): void {
  const element = byId(id)
  if (element.textContent !== text) {
    element.textContent = text
  }
}
