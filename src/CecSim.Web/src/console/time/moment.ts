/** The time of day of a moment as the server writes it, to the millisecond where it has any. */
export function timeOf(at: string): string {
  return /T(\d\d:\d\d:\d\d(?:\.\d{1,3})?)/.exec(at)?.[1] ?? at
}

export function dateAndTimeOf(at: string): string {
  return `${at.slice(0, 10)} ${timeOf(at)}`
}

/** In whole milliseconds, so that a moment with a part of one is reached too. */
export function msUntil(now: string, then: string): number {
  const part = /\.\d{3}(\d+)/.exec(then)?.[1] ?? ''
  return Math.max(0, Date.parse(then) + (Number(part) > 0 ? 1 : 0) - Date.parse(now))
}

/** Hours, minutes and seconds that are left. */
export function leftOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
