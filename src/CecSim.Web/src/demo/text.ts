/** Says something, unless it was said: what is written again, screen readers read again. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text
  }
}
