import { useState } from 'preact/hooks'
import type { Channel } from '../../../../cecsim-js/src/channel.js'
import type { SnapshotDetails, SpaceDetails } from '../../../../cecsim-js/src/contract.js'
import { Snapshots } from '../../../../cecsim-js/src/snapshots.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Moment, Rows, Sure } from '../parts'
import { save } from '../save'
import { spaceOf } from '../server'
import { filled, useTexts } from '../texts'

/** Spaces as they stood, to go back to. */
export function SnapshotsOfServer({ channel, spaces, again, canChange }: {
  channel: Channel, spaces: SpaceDetails[], again: () => void, canChange: boolean,
}) {
  const t = useTexts()
  const snapshots = new Snapshots(channel, (details) => spaceOf(channel, details))
  const asked = useAsked(() => snapshots.list(), [channel], { everyMs: 3000 })
  const changed = () => {
    asked.again()
    again()
  }
  return (
    <section class="wide">
      <h2>{t.snapshots}</h2>
      <Answered asked={asked}>{(list) => (
        <>
          <Rows label={t.snapshots} empty={list.length === 0} numbers={[t.commands]}
            columns={[t.name, t.space, t.saved, t.clock, t.commands, t.acts]}>
            {list.map((s) => (
              <SnapshotRow key={s.name} snapshot={s} snapshots={snapshots} changed={changed} canChange={canChange} />
            ))}
          </Rows>
          {list.length > 1 && <Differences list={list} snapshots={snapshots} />}
        </>
      )}</Answered>
      {canChange && <NewSnapshot spaces={spaces} snapshots={snapshots} changed={changed} />}
    </section>
  )
}

function SnapshotRow({ snapshot, snapshots, changed, canChange }: {
  snapshot: SnapshotDetails, snapshots: Snapshots, changed: () => void, canChange: boolean,
}) {
  const t = useTexts()
  const { doing, refused, act } = useDoing(changed)
  return (
    <tr>
      <th scope="row">{snapshot.name}</th>
      <td>{snapshot.space}</td>
      <td><Moment at={snapshot.saved} withDate /></td>
      <td><Moment at={snapshot.now} withDate /></td>
      <td class="number">{snapshot.commands}</td>
      <td class="actions">
        {canChange && <Sure label={t.goBack} disabled={doing} onSure={() => act(() => snapshots.load(snapshot.name))} />}
        <button type="button" class="second small" disabled={doing} onClick={() => act(async () => {
          save(`${snapshot.name}.json`, JSON.stringify(await snapshots.read(snapshot.name), null, 2))
        })}>{t.export}</button>
        {canChange && (
          <Sure label={t.delete} disabled={doing} onSure={() => act(() => snapshots.delete(snapshot.name))} />
        )}
        <span role="alert">{refused}</span>
      </td>
    </tr>
  )
}

function Differences({ list, snapshots }: { list: SnapshotDetails[], snapshots: Snapshots }) {
  const t = useTexts()
  const [before, setBefore] = useState(list[0]!.name)
  const [after, setAfter] = useState(list.at(-1)!.name)
  const asked = useAsked(() => snapshots.diff(before, after), [before, after])
  const choice = (label: string, value: string, set: (name: string) => void) => (
    <label>{label}
      <select value={value} onChange={(e) => set(e.currentTarget.value)}>
        {list.map((s) => <option key={s.name}>{s.name}</option>)}
      </select>
    </label>
  )
  return (
    <details>
      <summary>{t.differences}</summary>
      <div class="inline">{choice(t.before, before, setBefore)}{choice(t.after, after, setAfter)}</div>
      <Answered asked={asked}>{({ differences, total }) => (
        <>
          <p class="hint" role="status">{filled(t.differenceCount, total)}</p>
          <Rows label={t.differences} columns={[t.place, t.before, t.after]} empty={differences.length === 0}>
            {differences.map((d) => (
              <tr key={d.path}>
                <th scope="row" class="text">{d.path}</th>
                <td class="text">{d.before ?? '–'}</td>
                <td class="text">{d.after ?? '–'}</td>
              </tr>
            ))}
          </Rows>
        </>
      )}</Answered>
    </details>
  )
}

function NewSnapshot({ spaces, snapshots, changed }: {
  spaces: SpaceDetails[], snapshots: Snapshots, changed: () => void,
}) {
  const t = useTexts()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState('')
  const { doing, refused, act } = useDoing(changed)
  const space = spaces.find((s) => s.name === chosen) ?? spaces[0]
  return space === undefined ? null : (
    <form class="inline" onSubmit={(e) => {
      e.preventDefault()
      act(async () => {
        await snapshots.save(name, space.name)
        setName('')
      })
    }}>
      <label>{t.snapshotName}
        <input required value={name} onInput={(e) => setName(e.currentTarget.value)} />
      </label>
      <label>{t.space}
        <select value={space.name} onChange={(e) => setChosen(e.currentTarget.value)}>
          {spaces.map((s) => <option key={s.name}>{s.name}</option>)}
        </select>
      </label>
      <button disabled={doing}>{t.saveSnapshot}</button>
      <p role="alert">{refused}</p>
    </form>
  )
}
