const { report, checks } = JSON.parse(document.getElementById('data').textContent)
const dark = matchMedia('(prefers-color-scheme: dark)').matches
// Distinguishable without red against green, in both schemes.
const palette = {
  cecsim: dark ? '#70b8ff' : '#0b68cb', target: dark ? '#70b8ff' : '#0b68cb', floor: dark ? '#8b8d98' : '#80838d',
  wiremock: '#e5811b', mountebank: '#a35ccc'
}
const ink = dark ? '#a5a9b1' : '#60646c'
const grid = dark ? '#2b2e33' : '#ececf0'
const servers = [...new Set(report.runs.map(r => r.server))]
const measured = servers.find(s => s === 'cecsim' || s === 'target') ?? servers[0]
const byId = id => document.getElementById(id)
const make = (tag, text, className) => {
  const element = document.createElement(tag)
  if (text !== undefined) element.textContent = text
  if (className) element.className = className
  return element
}
const median = values => {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}
const format = value => {
  const size = Math.abs(value)
  return value.toLocaleString('en', { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 })
}

function head() {
  byId('profile').textContent = report.profile
  byId('summary').textContent = report.summary
  const bad = report.problems.length + checks.filter(c => !c.isMet).length
  byId('verdict').textContent = bad ? 'This run failed.' : 'All of it was answered, and no threshold was missed.'
  byId('verdict').className = bad ? 'bad' : ''
  byId('command').textContent = report.command
  const { machine } = report
  for (const [name, value] of [
    ['When', report.startedAt.slice(0, 16).replace('T', ' ') + ' UTC'],
    ['Commit', report.commit ?? 'unknown'],
    ['Machine', `${machine.cores} cores, ${format(machine.memoryGigabytes)} GB, ${machine.system}`],
    ['Runtime', machine.runtime],
    ['Runs', String(Math.max(0, ...report.runs.map(r => r.run)))]
  ]) {
    const item = make('div')
    item.append(make('dt', name), make('dd', value))
    byId('about').append(item)
  }
}

function list(id, items) {
  if (!items.length) return
  byId(id).hidden = false
  byId(id).querySelector('ul').append(...items)
}

function table(parent, heads, rows) {
  const element = make('table')
  const row = element.createTHead().insertRow()
  for (const name of heads) {
    const cell = make('th')
    if (palette[name]) {
      const swatch = make('span', undefined, 'swatch')
      swatch.style.background = palette[name]
      cell.append(swatch)
    }
    cell.append(name)
    row.append(cell)
  }
  const body = element.createTBody()
  for (const cells of rows) {
    const line = body.insertRow()
    cells.forEach((cell, i) => {
      const td = line.insertCell()
      if (heads[i] === measured) td.className = 'measured'
      td.append(...[cell].flat())
    })
  }
  const scroll = make('div', undefined, 'scroll')
  scroll.append(element)
  parent.append(scroll)
}

function figures() {
  const values = new Map()
  const units = new Map()
  const add = (server, name, value, unit) => {
    units.set(name, unit)
    const key = `${server}\n${name}`
    values.set(key, [...(values.get(key) ?? []), value])
  }
  for (const run of report.runs) {
    for (const f of run.figures) add(run.server, f.name, f.value, f.unit)
    for (const l of [...run.latencies, ...(run.serverLatency ? [run.serverLatency] : [])]) {
      add(run.server, `${l.name} p50`, l.p50Milliseconds, 'ms')
      add(run.server, `${l.name} p99`, l.p99Milliseconds, 'ms')
      add(run.server, `${l.name} max`, l.maxMilliseconds, 'ms')
    }
  }
  const others = servers.filter(s => s !== measured)
  const rows = [...units.keys()].map(name => {
    const of = server => values.get(`${server}\n${name}`)
    const ratio = other => {
      const found = report.ratios.find(r => r.figure === name && r.to === other)
      return found ? `× ${format(found.median)}` : ''
    }
    return [
      [name + ' ', make('small', units.get(name))],
      ...servers.map(s => of(s) ? format(median(of(s))) : ''),
      ...others.map(ratio)
    ]
  })
  table(byId('figures'), ['', ...servers, ...others.map(o => `of ${o}'s`)], rows)
}

function chart(parent, title, series, data, options) {
  const box = make('div', undefined, 'chart')
  box.append(make('h3', title))
  parent.append(box)
  const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } }
  const width = () => Math.max(240, box.clientWidth - 26)
  const plot = new uPlot({
    width: width(),
    height: 260,
    series: [options.x, ...series],
    scales: options.scales,
    axes: [
      { ...axis, ...options.xAxis },
      { ...axis, size: 70, values: (_, all) => all.map(v => v == null ? '' : format(v)) }
    ],
    cursor: { y: false }
  }, data, box)
  addEventListener('resize', () => plot.setSize({ width: width(), height: 260 }))
}

const line = (server, label, dash) => ({
  label, stroke: palette[server] ?? '#e5484d', width: 2, dash, points: { show: false },
  value: (_, v) => v == null ? '–' : format(v)
})

// 90 %, 99 %, 99.9 % lie equally far from each other: 0, 1, 2, 3 on the axis.
const nines = percent => percent >= 100 ? 5 : -Math.log10(1 - percent / 100)

function percentiles() {
  const parent = byId('percentiles').querySelector('.charts')
  const names = [...new Set(report.runs.flatMap(r => r.latencies.map(l => l.name)))]
  for (const name of names) {
    const lines = []
    for (const run of report.runs) {
      const latency = run.latencies.find(l => l.name === name)
      if (latency?.count) lines.push([run, latency, latency.count])
    }
    if (!lines.length) continue
    const own = name === 'event' ? report.runs.filter(r => r.serverLatency?.count) : []
    const xs = lines[0][1].curve.map(p => nines(p.percent))
    const several = report.runs.some(r => r.run > 1)
    const title = (run, text) => `${run.server}${text}${several ? `, run ${run.run}` : ''}`
    chart(parent, `${name}, ms`,
      [...lines.map(([run]) => line(run.server, title(run, ''))),
        ...own.map(run => line(run.server, title(run, ', its own word'), [4, 4]))],
      [xs, ...lines.map(([, l]) => l.curve.map(p => Math.max(p.milliseconds, 0.01))),
        ...own.map(r => r.serverLatency.curve.map(p => Math.max(p.milliseconds, 0.01)))],
      {
        x: { label: 'of 100', value: (_, v) => v == null ? '–' : v >= 5 ? 'all' : `${+(100 - 100 * 10 ** -v).toFixed(3)} %` },
        scales: { x: { time: false }, y: { distr: 3 } },
        xAxis: {
          splits: () => [0, 0.301, 1, 2, 3, 4, 5],
          values: (_, all) => all.map(v => v >= 5 ? 'all' : `${+(100 - 100 * 10 ** -v).toFixed(2)} %`)
        }
      })
  }
  if (!parent.children.length) byId('percentiles').hidden = true
}

function overTime() {
  const parent = byId('time').querySelector('.charts')
  const first = report.runs.filter(r => r.run === 1 && r.samples.length > 1)
  for (const [title, field] of [
    ['Answers a second', 'answersPerSecond'], ['p99 of each second, ms', 'p99Milliseconds'], ['Polls held', 'heldPolls'],
    ['Resident memory, MB', 'residentMegabytes'], ['Managed memory, MB', 'managedMegabytes'],
    ['Processor, % of a core', 'cpuPercent']
  ]) {
    const runs = first.filter(r => r.samples.some(s => s[field] != null && s[field] !== 0))
    if (!runs.length) continue
    const data = uPlot.join(runs.map(r => [r.samples.map(s => Math.round(s.second)), r.samples.map(s => s[field] ?? null)]))
    chart(parent, title, runs.map(r => line(r.server, r.server)), data, {
      x: { label: 'second', value: (_, v) => v ?? '–' },
      scales: { x: { time: false }, y: { range: (_, min, max) => [Math.min(0, min), Math.max(1, max * 1.05)] } },
      xAxis: { values: (_, all) => all.map(v => `${v} s`) }
    })
  }
  if (!parent.children.length) byId('time').hidden = true
}

function counts() {
  table(byId('counts'),
    ['', 'run', 'answered', 'failed', 'events lost', 'events twice', 'generator lag p99'],
    report.runs.map(r => [
      r.server, String(r.run), format(r.answered), format(r.failed), r.lostEvents == null ? '' : format(r.lostEvents),
      r.duplicatedEvents == null ? '' : format(r.duplicatedEvents), r.lag.count ? `${format(r.lag.p99Milliseconds)} ms` : ''
    ]))
}

head()
list('problems', report.problems.map(p => make('li', p)))
list('checks', checks.map(c => make('li', c.text, c.isMet ? 'met' : 'missed')))
figures()
percentiles()
overTime()
counts()
