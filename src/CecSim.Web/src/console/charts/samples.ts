// What a chart is drawn of: readings of the server, one after the other.
import type { ServerLatency, SpaceStatistics } from '../../../../cecsim-js/src/contract.js'

/** Ten minutes at one reading a second. */
export const samplesMax = 600

type Latencies = ServerLatency['events']

/** What was read at one moment. */
export interface Reading {
  /** Real time, in milliseconds. */
  atMs: number
  statistics: SpaceStatistics
  latencies: Latencies
}

/** One point of each chart; null where there is nothing to tell. */
export interface Sample {
  /** Real time, in seconds. */
  at: number
  requestsPerSecond: number | null
  strikesPerSecond: number | null
  heldPolls: number
  waiting: number
  calls: Readonly<Partial<Record<CallState, number>>>
  p50Ms: number | null
  p99Ms: number | null
  mediaCalls: number
  lossInPercent: number | null
  lossOutPercent: number | null
  jitterMs: number | null
  roundTripMs: number | null
}

export type CallState = SpaceStatistics['calls'][number]['state']

export const callStates: readonly CallState[] = ['created', 'queuing', 'connected', 'dropped', 'ended']

/** What lies between two readings. */
export function sampleOf(before: Reading | undefined, now: Reading): Sample {
  const { statistics, latencies, atMs } = now
  const seconds = before === undefined ? 0 : (atMs - before.atMs) / 1000
  const rate = (was: number | undefined, is: number) =>
    was === undefined || seconds <= 0 ? null : Math.max(0, is - was) / seconds
  const between = latenciesBetween(before?.latencies, latencies)
  const { media } = statistics
  return {
    at: atMs / 1000,
    requestsPerSecond: rate(before?.statistics.requests, statistics.requests),
    strikesPerSecond: rate(before?.statistics.faultStrikes, statistics.faultStrikes),
    heldPolls: statistics.heldPolls,
    waiting: statistics.waiting,
    calls: Object.fromEntries(statistics.calls.map((c) => [c.state, c.count])),
    p50Ms: withinMs(between, 0.5),
    p99Ms: withinMs(between, 0.99),
    mediaCalls: media.calls,
    lossInPercent: media.lossInPercent ?? null,
    lossOutPercent: media.lossOutPercent ?? null,
    jitterMs: media.jitterMs ?? null,
    roundTripMs: media.roundTripMs ?? null,
  }
}

/** The newest last, and no more than are kept. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  return [...samples, sample].slice(-samplesMax)
}

type Buckets = Latencies['buckets']

// The counts are of all time since the server started: what came between is the difference.
function latenciesBetween(before: Latencies | undefined, now: Latencies): Buckets {
  if (before === undefined) {
    return []
  }

  const was = new Map(before.buckets.map((b) => [b.upToMicroseconds, b.count]))
  return now.buckets
    .map((b) => ({ ...b, count: b.count - (was.get(b.upToMicroseconds) ?? 0) }))
    .filter((b) => b.count > 0)
}

/** What so large a part of the latencies is not longer than. */
function withinMs(buckets: Buckets, part: number): number | null {
  const wanted = Math.max(1, Math.ceil(buckets.reduce((sum, b) => sum + b.count, 0) * part))
  let seen = 0
  for (const bucket of buckets) {
    seen += bucket.count
    if (seen >= wanted) {
      return bucket.upToMicroseconds / 1000
    }
  }

  return null
}
