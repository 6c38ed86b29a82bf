import { useState } from 'preact/hooks'
import { useDoing } from '../asked'
import { Moment, Rows } from '../parts'
import { filled, useTexts } from '../texts'
import { Chart, numberOf } from './chart'
import {
  figureRowsOf, type LoadReport, othersOf, overTimeOf, percentilesOf, readLoadReport, serversOf,
} from './load-report'
import { ninesOf } from './nines'

// What is larger would hold the page up.
const bytesMax = 64 * 1024 * 1024

/** A report of the load generator, out of its file: no server has to be asked. */
export function LoadReportView() {
  const t = useTexts()
  const [report, setReport] = useState<LoadReport>()
  const { refused, act } = useDoing(() => {})
  const open = async (file: File) => {
    const read = file.size > bytesMax ? undefined : readLoadReport(await file.text())
    setReport(read)
    if (!read) {
      throw new Error(filled(t.noLoadReport, file.name))
    }
  }
  return (
    <section>
      <h2>{t.loadReport}</h2>
      <p class="hint">{t.loadReportHint}</p>
      <label>{t.loadReportFile}
        <input type="file" accept=".json,application/json" onChange={(e) => {
          const file = e.currentTarget.files?.[0]
          if (file) {
            act(() => open(file))
          }
        }} />
      </label>
      <p role="alert">{refused}</p>
      {report && <Shown report={report} />}
    </section>
  )
}

function Shown({ report }: { report: LoadReport }) {
  const t = useTexts()
  const [servers, others] = [serversOf(report), othersOf(report)]
  return (
    <>
      <h3>{report.profile}: {report.summary}</h3>
      <p><Moment at={report.startedAt} withDate /> {report.commit}</p>
      <pre tabIndex={0} aria-label={t.loadReport}>{report.command}</pre>
      {report.problems.length > 0 && (
        <ul aria-label={t.loadProblems}>{report.problems.map((p) => <li key={p} data-bad>{p}</li>)}</ul>
      )}
      <Rows label={t.loadFigures} empty={report.runs.length === 0}
        columns={[t.loadFigures, ...servers, ...others.map((o) => filled(t.timesOf, o))]}
        numbers={[...servers, ...others.map((o) => filled(t.timesOf, o))]}>
        {figureRowsOf(report).map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name} <small>{row.unit}</small></th>
            {row.medians.map((value, i) => <td key={servers[i]} class="number">{numberOf(value) ?? t.noFigure}</td>)}
            {row.ratios.map((value, i) => <td key={others[i]} class="number">{numberOf(value) ?? t.noFigure}</td>)}
          </tr>
        ))}
      </Rows>
      <div class="charts">
        {percentilesOf(report, ninesOf).map((c) => (
          <Chart key={`p ${c.name}`} title={filled(t.latencyOf, c.name)} data={c.data} lines={c.lines} x="nines"
            isLog />
        ))}
        {overTimeOf(report).map((c) => (
          <Chart key={c.name} title={t.measures[c.name]} data={c.data} lines={c.lines} x="seconds" />
        ))}
      </div>
    </>
  )
}
