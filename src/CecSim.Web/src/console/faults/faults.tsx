import { useState } from 'preact/hooks'
import { useAsked, useDoing } from '../asked'
import { Answered, Rows, Sure } from '../parts'
import { usePlace } from '../place'
import { useTexts } from '../texts'
import { type Choice, choices, places, valueOf, whens } from './schema'

/** What goes wrong on purpose: what is armed, with what it struck, and a form for more. */
export function FaultsView() {
  const t = useTexts()
  const { space, live, canChange } = usePlace()
  const faults = useAsked(
    () => space.faults.list(), [space], { told: [live.told.request, live.told.reset], everyMs: 2000 })
  const { doing, refused, act } = useDoing(faults.again)
  return (
    <>
      <section>
        <h2>{t.armed}</h2>
        <Answered asked={faults}>{(list) => (
          <>
            <Rows label={t.armed} columns={[t.id, t.at, t.inject, t.when, t.userOnly, t.seen, t.strikes, t.acts]}
              numbers={[t.seen, t.strikes]} empty={list.length === 0}>
              {list.map((f) => (
                <tr key={f.id}>
                  <th scope="row">{f.id}</th>
                  <td>{f.at}</td>
                  <td class="text">{inYaml(f.inject)}</td>
                  <td class="text">{f.when ? inYaml(f.when) : t.always}</td>
                  <td class="text">{f.match ? inYaml(f.match) : '–'}</td>
                  <td class="number">{f.seen}</td>
                  <td class="number">{f.strikes}</td>
                  <td>{canChange && (
                    <button type="button" class="second small" disabled={doing}
                      onClick={() => act(() => space.faults.disarm(f.id))}>{t.disarm}</button>
                  )}</td>
                </tr>
              ))}
            </Rows>
            {canChange && list.length > 0 && (
              <Sure label={t.disarmAll} disabled={doing} onSure={() => act(() => space.faults.clear())} />
            )}
          </>
        )}</Answered>
        <p role="alert">{refused}</p>
      </section>
      {canChange && <ArmFault again={faults.again} />}
    </>
  )
}

function ArmFault({ again }: { again: () => void }) {
  const t = useTexts()
  const { space } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const [at, setAt] = useState('getClickToCallEvents')
  const [name, setName] = useState('connectionReset')
  const [value, setValue] = useState('')
  const [when, setWhen] = useState('')
  const [whenValue, setWhenValue] = useState('1')
  const [userId, setUserId] = useState('')
  const choice = choices.find((c) => keyOf(c) === name)
  const arm = () => space.faults.arm({
    at,
    inject: choice?.hasValue ? { [choice.name]: valueOf(value) } : name,
    ...(when === '' ? {} : { when: { [when]: valueOf(whenValue) } }),
    ...(userId === '' ? {} : { match: { userId } }),
  })
  return (
    <section>
      <h2>{t.arm}</h2>
      <form class="inline" onSubmit={(e) => (e.preventDefault(), act(arm))}>
        <label>{t.at}
          <select value={at} onChange={(e) => setAt(e.currentTarget.value)}>
            {places.map((p) => <option key={p}>{p}</option>)}
          </select>
        </label>
        <label>{t.inject}
          <select value={name} aria-describedby="about-fault" onChange={(e) => setName(e.currentTarget.value)}>
            {choices.map((c) => <option key={keyOf(c)}>{keyOf(c)}</option>)}
          </select>
        </label>
        {choice?.hasValue && (
          <label>{t.value}
            <input required value={value} onInput={(e) => setValue(e.currentTarget.value)} />
          </label>
        )}
        <label>{t.when}
          <select value={when} onChange={(e) => setWhen(e.currentTarget.value)}>
            <option value="">{t.always}</option>
            {whens.map((w) => <option key={w} value={w}>{w}</option>)}
          </select>
        </label>
        {when !== '' && (
          <label>{when}<input required value={whenValue} onInput={(e) => setWhenValue(e.currentTarget.value)} /></label>
        )}
        <label>{t.userOnly}
          <input value={userId} onInput={(e) => setUserId(e.currentTarget.value)} />
        </label>
        <button disabled={doing}>{t.arm}</button>
      </form>
      <p class="hint" id="about-fault">{choice?.about}</p>
      <p role="alert">{refused}</p>
    </section>
  )
}

// Some are a word alone and have a value as well.
function keyOf(choice: Choice): string {
  return choice.hasValue ? `${choice.name}: …` : choice.name
}

/** As a scenario file has it, in one line. */
function inYaml(value: unknown): string {
  return typeof value === 'string'
    ? value
    : JSON.stringify(value).replace(/"([A-Za-z]\w*)":/g, ' $1: ').replace(/\}$/, ' }')
}
