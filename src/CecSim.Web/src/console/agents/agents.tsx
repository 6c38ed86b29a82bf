import { useState } from 'preact/hooks'
import type { AgentDetails } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Moment, Rows, Search } from '../parts'
import { usePlace } from '../place'
import { useTexts } from '../texts'
import { type Act, allActs, chatActs, checks, doAct, handOvers, hasMember, type Target, targets } from './acts'

const rowsAtOnce = 100
const waitingShown = 20

/** Queues with who waits, agents with what they do, and their phones. */
export function AgentsView() {
  const t = useTexts()
  const { channel, space, live } = usePlace()
  const { told } = live
  const [rowsMax, setRowsMax] = useState(rowsAtOnce)
  const [sought, setSought] = useState('')
  const changes = { told: [told.agent, told.call, told.reset], everyMs: 2000 }
  const queues = useAsked(() => space.queues.list(), [space], changes)
  const agents = useAsked(() => space.agents.list(), [space], changes)
  const phones = useAsked(
    () => channel.get('/_cecsim/spaces/{spaceName}/phones', { path: { spaceName: space.name } }),
    [channel, space], { told: [told.phone, told.reset] })
  return (
    <>
      <section>
        <h2>{t.queues}</h2>
        <Answered asked={queues}>{(list) => (
          <Rows label={t.queues} columns={[t.name, t.kind, t.onDuty, t.idle, t.waiting]} numbers={[t.onDuty, t.idle]}
            empty={list.length === 0}>
            {list.map((q) => (
              <tr key={q.name}>
                <th scope="row" class="text">{q.name}</th>
                <td>{q.type}</td>
                <td class="number">{q.onDuty}</td>
                <td class="number">{q.idle}</td>
                <td class="text">
                  {q.waiting.slice(0, waitingShown).map((w) => `${w.place}. ${w.userId}`).join(', ') || '–'}
                  {q.waiting.length > waitingShown && ` … (${q.waiting.length})`}
                </td>
              </tr>
            ))}
          </Rows>
        )}</Answered>
      </section>
      <section>
        <h2>{t.agents}</h2>
        <Search text={sought} seek={setSought} />
        <Answered asked={agents}>{(all) => {
          const list = all.filter((a) => `${a.workNo} ${a.name} ${a.state} ${a.role} ${a.queues.join(' ')}`
            .toLowerCase().includes(sought.toLowerCase()))
          return (
            <>
              <Rows label={t.agents} empty={list.length === 0}
                columns={[t.workNo, t.name, t.role, t.state, t.queues, t.user, t.acts]}>
                {list.slice(0, rowsMax).map((a) => <AgentRow key={a.workNo} agent={a} again={agents.again} />)}
              </Rows>
              {list.length > rowsMax && (
                <button type="button" class="second" onClick={() => setRowsMax(rowsMax + rowsAtOnce)}>{t.more}</button>
              )}
            </>
          )
        }}</Answered>
      </section>
      <section>
        <h2>{t.phones}</h2>
        <Answered asked={phones}>{(list) => (
          <>
            <Rows label={t.phones} columns={[t.account, t.agent, t.contact, t.transport, t.until]}
              empty={list.phones.length === 0}>
              {list.phones.map((p) => (
                <tr key={`${p.account} ${p.contact}`}>
                  <th scope="row" class="text">{p.account}</th>
                  <td>{p.workNo ?? '–'}</td>
                  <td class="text">{p.contact}</td>
                  <td>{p.transport}</td>
                  <td><Moment at={p.expiresAt} withDate /></td>
                </tr>
              ))}
            </Rows>
            {list.refused.length > 0 && (
              <>
                <h3>{t.refusedPhones}</h3>
                <Rows label={t.refusedPhones} columns={[t.time, t.account, t.transport, t.why]} empty={false}>
                  {list.refused.map((r) => (
                    <tr key={`${r.at} ${r.account}`}>
                      <td><Moment at={r.at} withDate /></td>
                      <td class="text">{r.account}@{r.domain}</td>
                      <td>{r.transport}</td>
                      <td class="text">{r.why}</td>
                    </tr>
                  ))}
                </Rows>
              </>
            )}
          </>
        )}</Answered>
      </section>
    </>
  )
}

function AgentRow({ agent, again }: { agent: AgentDetails, again: () => void }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const [chosen, setChosen] = useState<Act>(agent.state === 'signedOut' ? 'signIn' : 'ready')
  const [target, setTarget] = useState<Target>('queue')
  const [whom, setWhom] = useState('')
  const [text, setText] = useState('')
  const isHandOver = hasMember(handOvers, chosen)
  const needsWhom = isHandOver || hasMember(checks, chosen) || hasMember(chatActs, chosen)
  const whomWord = isHandOver ? t.toWhom : hasMember(checks, chosen) ? t.workNo : t.user
  return (
    <tr>
      <th scope="row">{agent.workNo}</th>
      <td class="text">{agent.name}</td>
      <td>{agent.role}</td>
      <td data-state={agent.state}>{agent.state}</td>
      <td class="text">{agent.queues.join(', ')}</td>
      <td class="text">{[agent.callWith, ...agent.chatsWith].filter(Boolean).join(', ')}</td>
      <td class="actions">
        {canChange && (
          <form onSubmit={(e) => {
            e.preventDefault()
            act(() => doAct(space.agents.get(agent.workNo), chosen, { target, whom, text }))
          }}>
            <select aria-label={`${t.doNow} ${agent.workNo}`} value={chosen}
              onChange={(e) => setChosen(allActs.find((a) => a === e.currentTarget.value) ?? 'ready')}>
              {allActs.map((a) => <option key={a}>{a}</option>)}
            </select>
            {isHandOver && (
              <select aria-label={`${t.kind} ${agent.workNo}`} value={target}
                onChange={(e) => setTarget(targets.find((k) => k === e.currentTarget.value) ?? 'queue')}>
                {targets.map((k) => <option key={k} value={k}>{t.targets[k]}</option>)}
              </select>
            )}
            {needsWhom && (
              <input required aria-label={`${whomWord} ${agent.workNo}`} placeholder={whomWord} value={whom}
                onInput={(e) => setWhom(e.currentTarget.value)} />
            )}
            {chosen === 'write' && (
              <input required aria-label={`${t.text} ${agent.workNo}`} placeholder={t.text} value={text}
                onInput={(e) => setText(e.currentTarget.value)} />
            )}
            <button class="second small" disabled={doing}>{t.doNow}</button>
          </form>
        )}
        <span role="alert">{refused}</span>
      </td>
    </tr>
  )
}
