import { useState } from 'preact/hooks'
import type { CallDetails } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Moment, Rows, Search } from '../parts'
import { usePlace } from '../place'
import { hashOf, routeOf } from '../route'
import { useTexts } from '../texts'
import { scenarioOf } from '../workbench/calls-seen'
import { bring } from '../workbench/draft'
import { CallView } from './call'
import { callEvents } from './call-events'

const rowsAtOnce = 100

/** The calls, the latest first, or one of them. */
export function CallsView() {
  const t = useTexts()
  const { channel, space, live } = usePlace()
  const [sought, setSought] = useState('')
  const [rowsMax, setRowsMax] = useState(rowsAtOnce)
  const route = routeOf(location.hash)
  const open = 'item' in route ? route.item : undefined
  const text = open ?? sought
  const calls = useAsked(
    () => channel.get('/_cecsim/spaces/{spaceName}/calls', {
      path: { spaceName: space.name }, query: { text, limit: open === undefined ? rowsMax : undefined },
    }), [channel, space, text, rowsMax, open], { told: [live.told.call, live.told.callEvent, live.told.reset] })
  return (
    <section>
      <h2>{t.views.calls}</h2>
      <Answered asked={calls}>{({ calls: list, total }) => {
        const call = list.find((c) => `${c.id}` === open)
        return open !== undefined && call
          ? <CallView call={call} />
          : <>
              <Search text={sought} seek={setSought} />
              <Rows label={t.views.calls} empty={list.length === 0} numbers={[t.place]} columns={[
                t.id, t.user, t.state, t.media, t.queue, t.place, t.agent, t.created, t.events, t.acts]}>
                {list.toReversed().map((c) => <Row key={c.id} call={c} />)}
              </Rows>
              {total > list.length && (
                <button type="button" class="second" onClick={() => setRowsMax(rowsMax + rowsAtOnce)}>{t.more}</button>
              )}
              {list.some((c) => c.events.length > 0) && (
                <p class="actions">
                  <button type="button" class="second small" onClick={() => {
                    bring(scenarioOf(`${space.name}-seen`.slice(-60), list))
                    location.hash = hashOf({ view: 'workbench' })
                  }}>{t.scenarioOfCalls}</button>
                </p>
              )}
            </>
      }}</Answered>
    </section>
  )
}

function Row({ call }: { call: CallDetails }) {
  const { space } = usePlace()
  return (
    <tr>
      <th scope="row"><a href={hashOf({ view: 'calls', space: space.name, item: `${call.id}` })}>{call.id}</a></th>
      <td class="text">{call.userId}</td>
      <td>{call.state}</td>
      <td>{call.media}</td>
      <td class="text">{call.queue}</td>
      <td class="number">{call.place}</td>
      <td>{call.workNo}</td>
      <td><Moment at={call.created} /></td>
      <td>{call.events.map((e) => e.eventId).join(' ')}</td>
      <td><PushEvent call={call} /></td>
    </tr>
  )
}

/** Lets an event come to a call that lives. */
export function PushEvent({ call }: { call: CallDetails }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const [event, setEvent] = useState<string>('connected')
  const { doing, refused, act } = useDoing(() => {})
  return canChange && call.state !== 'ended' && call.state !== 'dropped'
    ? <span class="actions">
        <select aria-label={`${t.event} ${call.id}`} value={event} onChange={(e) => setEvent(e.currentTarget.value)}>
          {callEvents.map((e) => <option key={e}>{e}</option>)}
        </select>
        <button type="button" class="second small" disabled={doing}
          onClick={() => act(() => space.calls.push(call.id, event))}>{t.letCome}</button>
        <span role="alert">{refused}</span>
      </span>
    : null
}
