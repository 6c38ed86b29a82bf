// A report of the load generator, as its file says it.

interface Latency {
  name: string
  count: number
  p50Milliseconds: number
  p99Milliseconds: number
  maxMilliseconds: number
  curve: { percent: number, milliseconds: number }[]
}

interface Sample {
  second: number
  answersPerSecond?: number | null
  p99Milliseconds?: number | null
  heldPolls?: number | null
  residentMegabytes?: number | null
  managedMegabytes?: number | null
  cpuPercent?: number | null
}

interface Run {
  run: number
  server: string
  answered: number
  failed: number
  figures: { name: string, value: number, unit: string }[]
  latencies: Latency[]
  samples: Sample[]
}

/** What `result.json` has, of that what is shown. */
export interface LoadReport {
  profile: string
  summary: string
  startedAt: string
  commit?: string | null
  command: string
  runs: Run[]
  ratios: { figure: string, of: string, to: string, median: number }[]
  problems: string[]
}

/** The text of a file as a report; undefined where it is none. */
export function readLoadReport(text: string): LoadReport | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return isReport(read) ? read as unknown as LoadReport : undefined
  } catch {
    return undefined
  }
}

type Fields = Record<string, unknown>

function isReport(read: unknown): read is Fields {
  return hasTexts(read, 'profile', 'summary', 'startedAt', 'command')
    && isListOf(read['problems'], (p) => typeof p === 'string')
    && isListOf(read['ratios'], (r) => hasTexts(r, 'figure', 'of', 'to') && hasNumbers(r, 'median'))
    && isListOf(read['runs'], (r) => hasTexts(r, 'server') && hasNumbers(r, 'run')
      && isListOf(r['figures'], (f) => hasTexts(f, 'name', 'unit') && hasNumbers(f, 'value'))
      && isListOf(r['samples'], (s) => hasNumbers(s, 'second'))
      && isListOf(r['latencies'], (l) => hasTexts(l, 'name')
        && hasNumbers(l, 'count', 'p50Milliseconds', 'p99Milliseconds', 'maxMilliseconds')
        && isListOf(l['curve'], (p) => hasNumbers(p, 'percent', 'milliseconds'))))
}

function hasTexts(value: unknown, ...names: string[]): value is Fields {
  return isFields(value) && names.every((n) => typeof value[n] === 'string')
}

function hasNumbers(value: unknown, ...names: string[]): value is Fields {
  return isFields(value) && names.every((n) => typeof value[n] === 'number')
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** One row of the table of figures: a value for each server, and the ratio to each other one. */
export interface FigureRow {
  name: string
  unit: string
  medians: (number | null)[]
  ratios: (number | null)[]
}

export function serversOf(report: LoadReport): string[] {
  return [...new Set(report.runs.map((r) => r.server))]
}

/** The servers that the first is compared with. */
export function othersOf(report: LoadReport): string[] {
  const measured = report.ratios[0]?.of
  return serversOf(report).filter((s) => report.ratios.some((r) => r.to === s) && s !== measured)
}

export function figureRowsOf(report: LoadReport): FigureRow[] {
  const values = new Map<string, { unit: string, of: Map<string, number[]> }>()
  const add = (server: string, name: string, unit: string, value: number) => {
    const row = values.get(name) ?? { unit, of: new Map<string, number[]>() }
    values.set(name, row)
    row.of.set(server, [...(row.of.get(server) ?? []), value])
  }
  for (const run of report.runs) {
    run.figures.forEach((f) => add(run.server, f.name, f.unit, f.value))
    for (const l of run.latencies) {
      add(run.server, `${l.name} p50`, 'ms', l.p50Milliseconds)
      add(run.server, `${l.name} p99`, 'ms', l.p99Milliseconds)
      add(run.server, `${l.name} max`, 'ms', l.maxMilliseconds)
    }
  }

  const [servers, others] = [serversOf(report), othersOf(report)]
  return [...values].map(([name, { unit, of }]) => ({
    name,
    unit,
    medians: servers.map((s) => medianOf(of.get(s) ?? [])),
    ratios: others.map((o) => report.ratios.find((r) => r.figure === name && r.to === o)?.median ?? null),
  }))
}

/** Lines of a chart, and their points: x first. */
export interface Lines {
  name: string
  lines: string[]
  data: (number | null)[][]
}

/** Of each kind of latency, how long which part of the requests took. */
export function percentilesOf(report: LoadReport, xOf: (percent: number) => number): Lines[] {
  const names = [...new Set(report.runs.flatMap((r) => r.latencies.map((l) => l.name)))]
  const isSeveral = report.runs.some((r) => r.run > 1)
  return names.flatMap((name) => {
    const curves = report.runs.flatMap((run) => {
      const latency = run.latencies.find((l) => l.name === name && l.count > 0)
      return latency ? [{ label: isSeveral ? `${run.server} ${run.run}` : run.server, curve: latency.curve }] : []
    })
    return curves.length === 0 ? [] : [{
      name,
      lines: curves.map((c) => c.label),
      data: [
        curves[0]!.curve.map((p) => xOf(p.percent)),
        ...curves.map((c) => c.curve.map((p) => Math.max(p.milliseconds, 0.01))),
      ],
    }]
  })
}

const measures = [
  'answersPerSecond', 'p99Milliseconds', 'heldPolls', 'residentMegabytes', 'managedMegabytes', 'cpuPercent',
] as const
export type Measure = (typeof measures)[number]

/** What was sampled each second of the first run, for each measure that any server has. */
export function overTimeOf(report: LoadReport): (Lines & { name: Measure })[] {
  const first = report.runs.filter((r) => r.run === 1 && r.samples.length > 1)
  return measures.flatMap((name) => {
    const runs = first.filter((r) => r.samples.some((s) => (s[name] ?? 0) !== 0))
    const seconds = [...new Set(runs.flatMap((r) => r.samples.map((s) => Math.round(s.second))))].sort((a, b) => a - b)
    return runs.length === 0 ? [] : [{
      name,
      lines: runs.map((r) => r.server),
      data: [seconds, ...runs.map((r) => {
        const known = new Map(r.samples.map((s) => [Math.round(s.second), s[name] ?? null]))
        return seconds.map((s) => known.get(s) ?? null)
      })],
    }]
  })
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
