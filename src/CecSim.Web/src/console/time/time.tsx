import { useEffect, useState } from 'preact/hooks'
import type { ClockState, HeldPoll } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { callEvents } from '../calls/call-events'
import { Answered, Moment, Rows, Search } from '../parts'
import { usePlace } from '../place'
import { filled, useTexts } from '../texts'
import { dueOf, itemsMax } from './due'
import { dateAndTimeOf, leftOf, msUntil } from './moment'
import { nowOf, shareOf } from './progress'

const pollsAtOnce = 50
const dueAtOnce = 10
const namesMax = 5

/** Held polls, and the clock that lets them fall due. */
export function TimeView() {
  const t = useTexts()
  const { channel, space, live } = usePlace()
  const { told } = live
  const [text, setText] = useState('')
  const [rowsMax, setRowsMax] = useState(pollsAtOnce)
  const clock = useAsked(
    () => space.clock.read(), [space],
    { told: [told.pollHeld, told.pollReleased, told.call, told.reset], everyMs: 1000 })
  const polls = useAsked(
    () => channel.get('/_cecsim/spaces/{spaceName}/polls', {
      path: { spaceName: space.name }, query: { text, limit: rowsMax },
    }), [channel, space, text, rowsMax],
    { told: [told.pollHeld, told.pollReleased, told.reset], everyMs: 2000 })
  const now = useNow(clock.value)
  const again = () => {
    clock.again()
    polls.again()
  }
  return (
    <>
      <section>
        <h2>{t.clock}</h2>
        <Answered asked={clock}>{(state) => <ClockPanel state={state} again={again} />}</Answered>
        <DueList clock={clock.value} again={again} />
      </section>
      <section>
        <h2>{t.held}</h2>
        <Search text={text} seek={setText} />
        <Answered asked={polls}>{({ polls: shown, total }) => (
          <>
            <p class="hint" role="status">{filled(t.heldCount, total)}</p>
            <Rows label={t.held} empty={shown.length === 0}
              columns={[t.id, t.kind, t.user, t.since, t.due, t.progress, t.acts]}>
              {shown.map((p) => <PollRow key={p.id} poll={p} now={now} again={again} />)}
            </Rows>
            {total > shown.length && (
              <button type="button" class="second" onClick={() => setRowsMax(rowsMax + pollsAtOnce)}>{t.more}</button>
            )}
          </>
        )}</Answered>
      </section>
    </>
  )
}

function ClockPanel({ state, again }: { state: ClockState, again: () => void }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const [rate, setRate] = useState('1')
  const [by, setBy] = useState('10s')
  return (
    <>
      <p class="clock">
        <Moment at={state.now} withDate /> <span>{t[state.mode]}{state.rate == null ? '' : ` × ${state.rate}`}</span>
      </p>
      <p class="hint">
        {state.nextDue
          ? filled(t.dueCount, state.dueCount, dateAndTimeOf(state.nextDue))
          : t.nothingDue}
      </p>
      {canChange && (
        <div class="inline">
          <button type="button" disabled={doing || state.mode === 'frozen'}
            onClick={() => act(() => space.clock.freeze())}>{t.standStill}</button>
          <form class="inline" onSubmit={(e) => (e.preventDefault(), act(() => space.clock.run(Number(rate))))}>
            <label>{t.rate}
              <input type="number" min="0.01" step="any" value={rate} onInput={(e) => setRate(e.currentTarget.value)} />
            </label>
            <button disabled={doing}>{t.run}</button>
          </form>
          <form class="inline" onSubmit={(e) => (e.preventDefault(), act(() => space.clock.advance(by)))}>
            <label>{t.advanceBy}<input value={by} onInput={(e) => setBy(e.currentTarget.value)} /></label>
            <button disabled={doing}>{t.advance}</button>
          </form>
          <button type="button" class="second" disabled={doing || !state.nextDue}
            onClick={() => act(() => space.clock.advanceToNext())}>{t.toNext}</button>
        </div>
      )}
      <p role="alert">{refused}</p>
    </>
  )
}

/** What happens next by itself, the ends of tokens too, and the way there. */
function DueList({ clock, again }: { clock: ClockState | undefined, again: () => void }) {
  const t = useTexts()
  const { channel, space, live, canChange } = usePlace()
  const [rowsMax, setRowsMax] = useState(dueAtOnce)
  const due = useAsked(async () => {
    const [items, ends] = await Promise.all([
      space.clock.due(),
      channel.get('/_cecsim/spaces/{spaceName}/tokens', {
        path: { spaceName: space.name }, query: { soonest: true, limit: itemsMax },
      }),
    ])
    return dueOf(items, ends.tokens)
  }, [channel, space], { told: [clock?.mode === 'frozen' && clock.now, live.told.reset], everyMs: 3000 })
  const { doing, refused, act } = useDoing(() => {
    again()
    due.again()
  })
  return (
    <>
      <h3>{t.dueNext}</h3>
      <Answered asked={due}>{(list) => (
        <>
          <Rows label={t.dueNext} empty={list.length === 0} columns={[t.due, t.dueIn, t.dueWhat, t.user, t.acts]}
            numbers={[t.dueIn]}>
            {list.slice(0, rowsMax).map((d) => (
              <tr key={`${d.at} ${d.what}`}>
                <td><Moment at={d.at} withDate /></td>
                <td class="number">{clock ? leftOf(msUntil(clock.now, d.at)) : '–'}</td>
                <td>{d.isEndOfToken ? filled(t.endOf, d.what) : t.dueWords[d.what] ?? d.what}{d.count > 1 ? ` × ${d.count}` : ''}</td>
                <td class="text">{d.users.slice(0, namesMax).join(', ')}{d.users.length > namesMax ? ' …' : ''}</td>
                <td>{canChange && (
                  <button type="button" class="second small" disabled={doing || !clock}
                    onClick={() => act(() => space.clock.advance(msUntil(clock!.now, d.at)))}>{t.advanceHere}</button>
                )}</td>
              </tr>
            ))}
          </Rows>
          {list.length > rowsMax && (
            <button type="button" class="second" onClick={() => setRowsMax(rowsMax + dueAtOnce)}>{t.more}</button>
          )}
        </>
      )}</Answered>
      <p role="alert">{refused}</p>
    </>
  )
}

function PollRow({ poll, now, again }: { poll: HeldPoll, now: number | undefined, again: () => void }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const [event, setEvent] = useState<string>('connected')
  const share = now === undefined ? 0 : shareOf(poll, now)
  const at = poll.kind === 'chat' ? 'poll' : 'getClickToCallEvents'
  return (
    <tr>
      <th scope="row">{poll.id}</th>
      <td>{poll.kind}</td>
      <td class="text">{poll.userId}</td>
      <td><Moment at={poll.since} /></td>
      <td>{poll.due ? <Moment at={poll.due} /> : '–'}</td>
      <td>
        <progress max={1} value={share} aria-label={`${t.heldFor} ${poll.id}`}>{Math.round(share * 100)} %</progress>
      </td>
      <td class="actions">
        {canChange && (
          <>
            <button type="button" class="second small" disabled={doing}
              onClick={() => act(() => space.polls.release(poll.id))}>{t.release}</button>
            {poll.kind === 'clickToCall' && (
              <>
                <select aria-label={`${t.event} ${poll.id}`} value={event}
                  onChange={(e) => setEvent(e.currentTarget.value)}>
                  {callEvents.map((e) => <option key={e}>{e}</option>)}
                </select>
                <button type="button" class="second small" disabled={doing}
                  onClick={() => act(() => space.polls.release(poll.id, event))}>{t.releaseWith}</button>
              </>
            )}
            <button type="button" class="second small" disabled={doing}
              onClick={() => act(() => space.polls.cut(poll.id))}>{t.cut}</button>
            <button type="button" class="second small" disabled={doing} title={t.expireHint}
              onClick={() => act(() => space.faults.arm({
                at, when: { first: 1 }, match: { userId: poll.userId }, inject: 'accessTokenExpired',
              }))}>{t.expire}</button>
          </>
        )}
        <span role="alert">{refused}</span>
      </td>
    </tr>
  )
}

// Between two looks at the clock the bars go on as the clock does.
function useNow(clock: ClockState | undefined): number | undefined {
  const [seen, setSeen] = useState(() => ({ clock, at: performance.now() }))
  const [, draw] = useState(0)
  useEffect(() => {
    setSeen({ clock, at: performance.now() })
    const timer = setInterval(() => draw((n) => n + 1), 250)
    return () => clearInterval(timer)
  }, [clock])
  return seen.clock && nowOf(seen.clock, performance.now() - seen.at)
}
