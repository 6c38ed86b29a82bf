import type { ScenarioTrial } from '../../../../cecsim-js/src/contract.js'
import { filled, useTexts } from '../texts'
import { leftOf } from '../time/moment'

type Run = ScenarioTrial['runs'][number]
type Request = Run['requests'][number]

const rowsMax = 200

/** What a client that does as the documents say sees of each rule: a line for each request, with its time as a bar. */
export function Story({ trial }: { trial: ScenarioTrial }) {
  const t = useTexts()
  return (
    <>
      {trial.runs.map((run, i) => <RunOf key={i} run={run} />)}
      {trial.leftOut > 0 && <p role="note">{filled(t.runsLeftOut, trial.leftOut)}</p>}
    </>
  )
}

function RunOf({ run }: { run: Run }) {
  const t = useTexts()
  const last = run.requests.at(-1)?.answeredAfterMs ?? 0
  const title = run.rule == null ? t.noRule : filled(t.ruleNumber, run.rule)
  return (
    <article class="run">
      <h3>{title}{run.userId != null && <span class="hint"> {run.media}, {run.userId}</span>}</h3>
      <p data-bad={!run.isSound}>{filled(t.storyEnds, leftOf(last), run.outcome)}</p>
      {run.requests.length > 0 && (
        <div class="rows" role="region" aria-label={title} tabIndex={0}>
          <table class="story">
            <thead>
              <tr>
                <th scope="col">{t.time}</th><th scope="col">{t.progress}</th><th scope="col">{t.operation}</th>
                <th scope="col">{t.answer}</th>
              </tr>
            </thead>
            <tbody>{run.requests.slice(0, rowsMax).map((r, i) => <Row key={i} request={r} last={last} />)}</tbody>
          </table>
        </div>
      )}
      {run.requests.length > rowsMax && <p class="hint">{filled(t.rowsLeftOut, run.requests.length - rowsMax)}</p>}
    </article>
  )
}

function Row({ request, last }: { request: Request, last: number }) {
  const from = last === 0 ? 0 : 100 * request.sentAfterMs / last
  const width = last === 0 ? 0 : 100 * (request.answeredAfterMs - request.sentAfterMs) / last
  const count = request.count ?? 1
  const isBad = request.status !== 200 || (request.resultCode != null && request.resultCode !== '0')
  return (
    <tr data-wrong={isBad}>
      <td class="number">{inSeconds(request.answeredAfterMs)}</td>
      <td>
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect class={request.eventId == null ? 'wait' : 'told'} x={Math.min(from, 99)} width={Math.max(width, 1)}
            y="1" height="8" />
        </svg>
      </td>
      <td>{request.operation}{count > 1 ? ` × ${count}` : ''}</td>
      <td class="text">{said(request)}</td>
    </tr>
  )
}

function said({ status, resultCode, eventId, note }: Request): string {
  return [
    status ?? '–',
    ...eventId == null ? [] : [eventId],
    ...resultCode == null || resultCode === '0' ? [] : [resultCode],
    ...note ? [note] : [],
  ].join(' · ')
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`
}
