/**
 * A length of time: a number of milliseconds; a text as scenario files have it, such as `10s`, `1h30m`, `PT10M` or
 * `1:30:00`; or what writes itself as ISO 8601, as `Temporal.Duration` does.
 */
export type Duration = number | string | { toJSON(): string }

/** As the server reads it, which judges it: one grammar for all. */
export function durationText(duration: Duration): string {
  if (typeof duration === 'object') {
    return duration.toJSON()
  }

  // 1e21 and the like are no numbers to the server, and Infinity is no text that it should guess at.
  return typeof duration === 'string' ? duration : `${Number.isFinite(duration) ? decimal(duration) : duration}ms`
}

function decimal(milliseconds: number): string {
  return /e/.test(`${milliseconds}`) ? milliseconds.toFixed(6) : `${milliseconds}`
}
