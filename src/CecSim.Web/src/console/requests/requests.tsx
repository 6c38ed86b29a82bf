import { useMemo, useState } from 'preact/hooks'
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { Moment, Rows } from '../parts'
import { usePlace } from '../place'
import { hashOf, routeOf } from '../route'
import { save } from '../save'
import { filled, useTexts } from '../texts'
import { isWrong, matches, pathOf } from './entry'
import { RequestView } from './request'
import { contractOf, customersOf, pactOf } from './requests-seen'

const rowsAtOnce = 100

/** Requests as they come, the newest first. */
export function RequestsView() {
  const t = useTexts()
  const { space, live } = usePlace()
  const route = routeOf(location.hash)
  const open = 'item' in route ? route.item : undefined
  const [text, setText] = useState('')
  const [onlyWrong, setOnlyWrong] = useState(false)
  const [paused, setPaused] = useState<readonly JournalEntry[]>()
  const [rowsMax, setRowsMax] = useState(rowsAtOnce)
  const entries = paused ?? live.entries
  const found = useMemo(
    () => entries.filter((e) => matches(e, text) && (!onlyWrong || isWrong(e))).reverse(), [entries, text, onlyWrong])
  if (open !== undefined) {
    return <RequestView id={open} />
  }

  const columns = [t.time, t.method, t.operation, t.user, t.status, t.result, t.heldFor, t.remark, t.basis]
  return (
    <section>
      <h2>{t.views.requests}</h2>
      <div class="inline">
        <label>{t.search}
          <input type="search" placeholder={t.searchHint} value={text}
            onInput={(e) => setText(e.currentTarget.value)} />
        </label>
        <label class="check">
          <input type="checkbox" checked={onlyWrong} onChange={(e) => setOnlyWrong(e.currentTarget.checked)} />
          {t.onlyWrong}
        </label>
        <button type="button" class="second" aria-pressed={paused !== undefined}
          onClick={() => setPaused(paused ? undefined : live.entries)}>{paused ? t.follow : t.pause}</button>
      </div>
      <p class="hint" role="status">
        {filled(t.shown, Math.min(found.length, rowsMax))}
        {live.forgotten > 0 && ` ${filled(t.forgotten, live.forgotten)}`}
        {live.dropped > 0 && ` ${filled(t.eventsLost, live.dropped)}`}
      </p>
      <Rows label={t.views.requests} columns={columns} numbers={[t.heldFor]} empty={found.length === 0}>
        {found.slice(0, rowsMax).map((e) => <Row key={e.id} entry={e} space={space.name} />)}
      </Rows>
      {found.length > rowsMax && (
        <button type="button" class="second" onClick={() => setRowsMax(rowsMax + rowsAtOnce)}>{t.more}</button>
      )}
      {found.length > 0 && <Save found={found} space={space.name} />}
    </section>
  )
}

/** What is shown, as files that hold it against later runs. */
function Save({ found, space }: { found: readonly JournalEntry[], space: string }) {
  const t = useTexts()
  const [refused, setRefused] = useState('')
  const seen = () => [...found].reverse()
  return (
    <>
      <p class="actions">
        <button type="button" class="second" onClick={() => {
          const contract = contractOf(`${space}-seen`.slice(-60), seen())
          const isOfOne = customersOf(found).length <= 1
          setRefused(!isOfOne ? t.contractOfOne : contract === undefined ? t.noAnswer : '')
          if (isOfOne && contract !== undefined) {
            save(`${space}-seen.contract.yaml`, contract, 'application/yaml')
          }
        }}>{t.saveContract}</button>
        <button type="button" class="second"
          onClick={() => save(`${space}-seen-cec.json`, pactOf(space, seen()))}>{t.savePact}</button>
      </p>
      <p role="alert">{refused}</p>
      <p class="hint">{t.masked}</p>
    </>
  )
}

function Row({ entry, space }: { entry: JournalEntry, space: string }) {
  const t = useTexts()
  const status = entry.response?.status
  return (
    <tr data-wrong={isWrong(entry)}>
      <td><Moment at={entry.at} /></td>
      <td>{entry.request.method}</td>
      <th scope="row">
        <a href={hashOf({ view: 'requests', space, item: entry.id })}>{entry.operation ?? pathOf(entry)}</a>
      </th>
      <td class="text">{entry.user}</td>
      <td data-bad={status === undefined || status >= 400}>{status ?? '–'}</td>
      <td class="text">{entry.response?.resultCode}</td>
      <td class="number">{entry.heldMs == null ? '' : `${Math.round(entry.heldMs)} ms`}</td>
      <td class="text">
        {[...entry.faults.map((f) => filled(t.byFault, f)), ...entry.wrong, ...(entry.cutShort ? [t.cutShort] : [])]
          .join(' · ')}
      </td>
      <td class="text">{entry.basis}</td>
    </tr>
  )
}
