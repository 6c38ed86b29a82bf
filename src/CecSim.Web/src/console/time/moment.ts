/** The time of day of a moment as the server writes it, to the millisecond where it has any. */
export function timeOf(at: string): string {
  return /T(\d\d:\d\d:\d\d(?:\.\d{1,3})?)/.exec(at)?.[1] ?? at
}

export function dateAndTimeOf(at: string): string {
  return `${at.slice(0, 10)} ${timeOf(at)}`
}
