import { useState } from 'preact/hooks'
import type { HeldMessage } from '../../../../cecsim-js/src/contract.js'
import type { PauseStage } from '../../../../cecsim-js/src/space/breakpoints.js'
import { useAsked, useDoing } from '../asked'
import { places } from '../faults/schema'
import { Answered, Moment, Rows } from '../parts'
import { usePlace } from '../place'
import { filled, useTexts } from '../texts'
import { changeOf, stageOf } from './change'

/** What stands until somebody lets it go, and where more shall stand. */
export function BreakpointsView() {
  const t = useTexts()
  const { space, live, canChange } = usePlace()
  const { told } = live
  const standing = useAsked(
    () => space.breakpoints.read(), [space], { told: [told.breakpointHeld, told.breakpointLeft, told.reset], everyMs: 2000 })
  const faults = useAsked(
    () => space.faults.list(), [space], { told: [told.breakpointHeld, told.reset], everyMs: 2000 })
  const { doing, refused, act } = useDoing(faults.again)
  return (
    <>
      <section>
        <h2>{t.standing}</h2>
        <Answered asked={standing}>{({ held, passed }) => (
          <>
            <p class="hint" role="status">
              {filled(t.standingCount, held.length)} {passed > 0 && filled(t.passedCount, passed)}
            </p>
            {held.map((h) => <Standing key={h.id} held={h} again={standing.again} />)}
          </>
        )}</Answered>
      </section>
      <section>
        <h2>{t.breakpointsSet}</h2>
        <Answered asked={faults}>{(list) => {
          const set = list.flatMap((f) => {
            const stage = stageOf(f.inject)
            return stage ? [{ ...f, stage }] : []
          })
          return (
            <Rows label={t.breakpointsSet} columns={[t.id, t.at, t.stage, t.userOnly, t.seen, t.strikes, t.acts]}
              numbers={[t.seen, t.strikes]} empty={set.length === 0}>
              {set.map((f) => (
                <tr key={f.id}>
                  <th scope="row">{f.id}</th>
                  <td>{f.at}</td>
                  <td>{t.stages[f.stage]}</td>
                  <td class="text">{f.match ? JSON.stringify(f.match) : '–'}</td>
                  <td class="number">{f.seen}</td>
                  <td class="number">{f.strikes}</td>
                  <td>{canChange && (
                    <button type="button" class="second small" disabled={doing}
                      onClick={() => act(() => space.faults.disarm(f.id))}>{t.takeAway}</button>
                  )}</td>
                </tr>
              ))}
            </Rows>
          )
        }}</Answered>
        <p role="alert">{refused}</p>
      </section>
      {canChange && <SetBreakpoint again={faults.again} />}
    </>
  )
}

/** One message: to look at, to change, to let go, to drop. */
function Standing({ held, again }: { held: HeldMessage, again: () => void }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const isAnswer = held.stage === 'answer'
  const [status, setStatus] = useState(String(held.status ?? ''))
  const [body, setBody] = useState(isAnswer ? held.body?.text ?? '' : '')
  const change = changeOf(held, status, body)
  return (
    <article class="standing" aria-label={held.id}>
      <h3>{held.id}: {t.stages[held.stage]}, {held.operation}</h3>
      <p>
        {t.user}: <span class="text">{held.userId ?? '–'}</span>. {t.since}: <Moment at={held.since} />
      </p>
      {held.target && <p class="text"><code>{held.method} {held.target}</code></p>}
      {held.headers.length > 0 && (
        <details>
          <summary>{t.headers}</summary>
          <pre tabIndex={0} aria-label={t.headers}>{held.headers.map((h) => `${h.name}: ${h.value}`).join('\n')}</pre>
        </details>
      )}
      {held.body && (!isAnswer || !canChange) && (
        <pre tabIndex={0} aria-label={t.body}>{held.body.text}{held.body.cut && '…'}</pre>
      )}
      {canChange && (
        <form class="standing" onSubmit={(e) => {
          e.preventDefault()
          act(() => space.breakpoints.release(held.id, change))
        }}>
          {held.stage !== 'event' && (
            <>
              <label>{held.stage === 'invite' ? t.refuseWith : t.answerStatus}
                <input type="number" value={status} min={held.stage === 'invite' ? 300 : 200}
                  max={held.stage === 'invite' ? 699 : 599} onInput={(e) => setStatus(e.currentTarget.value)} />
              </label>
              <label>{held.stage === 'invite' ? t.reason : t.answerBody}
                <textarea rows={held.stage === 'invite' ? 1 : 4} value={body} spellcheck={false}
                  readOnly={isAnswer && held.body?.cut === true} onInput={(e) => setBody(e.currentTarget.value)} />
              </label>
            </>
          )}
          <div class="inline">
            <button type="button" disabled={doing}
              onClick={() => act(() => space.breakpoints.release(held.id))}>{t.letGo}</button>
            {held.stage !== 'event' && (
              <button disabled={doing || Object.keys(change).length === 0} class="second">
                {isAnswer ? t.letGoChanged : t.answerInPlace}
              </button>
            )}
            <button type="button" class="bad" disabled={doing}
              onClick={() => act(() => space.breakpoints.drop(held.id))}>{t.drop}</button>
          </div>
        </form>
      )}
      <p role="alert">{refused}</p>
    </article>
  )
}

function SetBreakpoint({ again }: { again: () => void }) {
  const t = useTexts()
  const { space } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const stages = Object.keys(t.stages) as PauseStage[]
  const [at, setAt] = useState('createClickToCall')
  const [stage, setStage] = useState<PauseStage>('request')
  const [userId, setUserId] = useState('')
  const [nth, setNth] = useState('')
  const set = () => space.breakpoints.set({
    at,
    stage,
    ...(userId === '' ? {} : { userId }),
    ...(nth === '' ? {} : { nth: Number(nth) }),
  })
  return (
    <section>
      <h2>{t.setBreakpoint}</h2>
      <form class="inline" onSubmit={(e) => (e.preventDefault(), act(set))}>
        <label>{t.at}
          <select value={at} onChange={(e) => setAt(e.currentTarget.value)}>
            {places.map((p) => <option key={p}>{p}</option>)}
          </select>
        </label>
        <label>{t.stage}
          <select value={stage}
            onChange={(e) => setStage(stages.find((s) => s === e.currentTarget.value) ?? 'request')}>
            {stages.map((s) => <option key={s} value={s}>{t.stages[s]}</option>)}
          </select>
        </label>
        <label>{t.userOnly}<input value={userId} onInput={(e) => setUserId(e.currentTarget.value)} /></label>
        <label>{t.nthOnly}
          <input type="number" min="1" value={nth} onInput={(e) => setNth(e.currentTarget.value)} />
        </label>
        <button disabled={doing}>{t.setBreakpoint}</button>
      </form>
      <p class="hint">{t.breakpointHint}</p>
      <p role="alert">{refused}</p>
    </section>
  )
}
