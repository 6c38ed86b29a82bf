import { expect, it } from 'vitest'
import { type Reading, type Sample, sampleOf, samplesMax, withSample } from './samples'

function reading(atMs: number, requests: number, buckets: [number, number][], faultStrikes = 0): Reading {
  return {
    atMs,
    statistics: {
      now: '2026-01-05T09:00:00Z', requests, heldPolls: 3, waiting: 2, faultStrikes,
      calls: [{ state: 'queuing', count: 2 }], media: { calls: 1, jitterMs: 4 },
    },
    latencies: {
      count: buckets.reduce((sum, [, count]) => sum + count, 0), sumMicroseconds: 0,
      buckets: buckets.map(([upToMicroseconds, count]) => ({ upToMicroseconds, count })),
    },
  }
}

it('counts by the second what came between two readings', () => {
  const sample = sampleOf(reading(1000, 10, [], 1), reading(3000, 30, [], 2))

  expect(sample).toMatchObject({ at: 3, requestsPerSecond: 10, strikesPerSecond: 0.5, heldPolls: 3, waiting: 2 })
  expect(sample.calls).toEqual({ queuing: 2 })
  expect(sample).toMatchObject({ mediaCalls: 1, jitterMs: 4, lossInPercent: null, roundTripMs: null })
})

it('tells no rate before the second reading', () => {
  expect(sampleOf(undefined, reading(1000, 10, [[500, 4]])))
    .toMatchObject({ requestsPerSecond: null, strikesPerSecond: null, p50Ms: null, p99Ms: null })
})

it('falls to nothing, and not below, where counting began anew', () => {
  expect(sampleOf(reading(1000, 100, []), reading(2000, 3, [])).requestsPerSecond).toBe(0)
})

it('takes of the latencies those that came between', () => {
  const before = reading(1000, 0, [[500, 100], [9000, 1]])
  const now = reading(2000, 0, [[500, 100], [700, 98], [9000, 1], [20000, 2]])

  expect(sampleOf(before, now)).toMatchObject({ p50Ms: 0.7, p99Ms: 20 })
})

it('keeps the last ten minutes', () => {
  let samples: readonly Sample[] = []
  for (let i = 0; i <= samplesMax; i++) {
    samples = withSample(samples, sampleOf(undefined, reading(i * 1000, i, [])))
  }

  expect(samples).toHaveLength(samplesMax)
  expect([samples[0]!.at, samples.at(-1)!.at]).toEqual([1, samplesMax])
})
