import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import {
  figureRowsOf, type LoadReport, othersOf, overTimeOf, percentilesOf, readLoadReport, serversOf,
} from './load-report'

// What the load generator's own tests hold against what it writes.
const text = readFileSync(resolve(import.meta.dirname, '../../../../../tests/vectors/load-report.json'), 'utf8')
const report = JSON.parse(text) as LoadReport

it('reads what the load generator writes, and nothing else', () => {
  expect(readLoadReport(text)).toEqual(report)
  for (const other of ['', 'null', '[]', '{}', '{"profile":"x","runs":[1],"ratios":[],"problems":[]}', '"x"', '7']) {
    expect(readLoadReport(other)).toBeUndefined()
  }
})

it('reads no report of which anything that is shown is missing or of another kind', () => {
  const first = report.runs[0]!
  for (const broken of [
    { startedAt: 7 }, { problems: [{}] }, { ratios: [null] }, { runs: [null] }, { runs: [{ ...first, figures: [{}] }] },
    { runs: [{ ...first, samples: [null] }] },
    { runs: [{ ...first, latencies: [{ ...first.latencies[0]!, curve: 1 }] }] },
  ]) {
    expect(readLoadReport(JSON.stringify({ ...report, ...broken }))).toBeUndefined()
  }
})

it('has one row for each figure and percentile, with medians and ratios', () => {
  expect([serversOf(report), othersOf(report)]).toEqual([['cecsim', 'floor'], ['floor']])
  expect(figureRowsOf(report)).toEqual([
    { name: 'tokens', unit: '/s', medians: [200, 400], ratios: [0.5] },
    { name: 'token p50', unit: 'ms', medians: [3, 1], ratios: [null] },
    { name: 'token p99', unit: 'ms', medians: [9, 9], ratios: [null] },
    { name: 'token max', unit: 'ms', medians: [10, 10], ratios: [null] },
  ])
})

it('draws a line for each run of each server', () => {
  expect(percentilesOf(report, (percent) => percent)).toEqual([{
    name: 'token', lines: ['cecsim 1', 'cecsim 2', 'floor 1'],
    data: [[0, 50, 99, 100], [0.01, 2, 9, 10], [0.01, 4, 9, 10], [0.01, 1, 9, 10]],
  }])
})

it('draws over time what any server has more of than nothing', () => {
  const measures = overTimeOf(report)

  expect(measures.map((m) => m.name))
    .toEqual(['answersPerSecond', 'p99Milliseconds', 'residentMegabytes', 'cpuPercent'])
  expect(measures.slice(0, 1)).toEqual([
    { name: 'answersPerSecond', lines: ['cecsim', 'floor'], data: [[1, 2], [100, 101], [400, 401]] },
  ])
})
