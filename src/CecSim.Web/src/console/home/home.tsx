import { useState } from 'preact/hooks'
import type { Channel } from '../../../../cecsim-js/src/channel.js'
import type { SpaceDetails } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { Copy, Moment, Rows, Sure } from '../parts'
import { hashOf } from '../route'
import { save } from '../save'
import { spaceOf } from '../server'
import { filled, useTexts } from '../texts'
import { tokenByCurl } from './first-steps'
import { SnapshotsOfServer } from './snapshots'

// Of more than so many at once nobody sees the figures, and each costs two questions.
const glancesMax = 20

interface List {
  spaces: SpaceDetails[]
  scenarios: string[]
}

export function Home({ channel, list, again, canChange }: {
  channel: Channel, list: List, again: () => void, canChange: boolean,
}) {
  const t = useTexts()
  const [chosen, setChosen] = useState<string>()
  const first = list.spaces.find((s) => s.name === chosen) ?? list.spaces[0]
  return (
    <div class="columns">
      {first && <FirstSteps space={first} spaces={list.spaces} choose={setChosen} />}
      <section class="wide">
        <h2>{t.spaces}</h2>
        <Rows label={t.spaces} empty={list.spaces.length === 0}
          columns={[t.name, t.scenario, t.clock, t.held, t.living, t.findings, t.acts]}
          numbers={[t.held, t.living, t.findings]}>
          {list.spaces.map((space, i) => (
            <SpaceRow key={space.name} channel={channel} space={space} again={again} canChange={canChange}
              isGlanced={i < glancesMax} />
          ))}
        </Rows>
        {canChange && <NewSpace channel={channel} scenarios={list.scenarios} again={again} />}
      </section>
      <SnapshotsOfServer channel={channel} spaces={list.spaces} again={again} canChange={canChange} />
    </div>
  )
}

function FirstSteps({ space, spaces, choose }: {
  space: SpaceDetails, spaces: SpaceDetails[], choose: (name: string) => void,
}) {
  const t = useTexts()
  const [isShown, setIsShown] = useState(false)
  const query = `?space=${encodeURIComponent(space.name)}`
  const curl = tokenByCurl(location.origin, space)
  return (
    <section class="wide">
      <h2>{t.firstSteps}</h2>
      <p class="hint">{filled(t.firstStepsHint, space.name)}</p>
      {spaces.length > 1 && (
        <label>{t.space}
          <select value={space.name} onChange={(e) => choose(e.currentTarget.value)}>
            {spaces.map((s) => <option key={s.name}>{s.name}</option>)}
          </select>
        </label>
      )}
      <dl class="credentials">
        <dt>URL</dt><dd><code>{location.origin}</code> <Copy text={location.origin} /></dd>
        <dt>app_key</dt><dd><code>{space.appKey}</code> <Copy text={space.appKey} /></dd>
        <dt>app_secret</dt>
        <dd>
          <code>{isShown ? space.appSecret : '••••••••'}</code>{' '}
          <button type="button" class="second small" onClick={() => setIsShown(!isShown)}>
            {isShown ? t.hide : t.show}
          </button>{' '}
          <Copy text={space.appSecret} />
        </dd>
        <dt>channelId</dt>
        <dd><code>{space.channelIds.join(', ')}</code> <Copy text={space.channelIds[0] ?? ''} /></dd>
        <dt>tenantSpaceId</dt>
        <dd><code>{space.tenantSpaceId}</code> <Copy text={space.tenantSpaceId} /></dd>
      </dl>
      <pre tabIndex={0} aria-label="curl">{isShown ? curl : curl.replace(space.appSecret, () => '••••••••')}</pre>
      <p class="actions">
        <Copy text={curl} label={t.copyCurl} />
        <a href={`/demo/customer${query}`} target="_blank" rel="noopener">{t.callFromHere}</a>
        <a href={`/demo/agent${query}`} target="_blank" rel="noopener">{t.agentsDesk}</a>
        <a href={hashOf({ view: 'requests', space: space.name })}>{t.openSpace}</a>
      </p>
    </section>
  )
}

function SpaceRow({ channel, space: details, again, canChange, isGlanced }: {
  channel: Channel, space: SpaceDetails, again: () => void, canChange: boolean, isGlanced: boolean,
}) {
  const t = useTexts()
  const space = spaceOf(channel, details)
  const { doing, refused, act } = useDoing(again)
  const glance = useAsked(async () => {
    if (!isGlanced) {
      return undefined
    }

    const [{ heldPolls, calls }, findings] = await Promise.all([space.statistics(), space.findings.list()])
    return {
      held: heldPolls,
      living: calls.filter((c) => c.state !== 'ended' && c.state !== 'dropped').reduce((sum, c) => sum + c.count, 0),
      findings: findings.reduce((sum, f) => sum + f.count, 0),
      isBad: findings.some((f) => f.level === 'error'),
    }
  }, [details.name, isGlanced], { everyMs: 3000 })
  const seen = glance.value
  return (
    <tr>
      <th scope="row"><a href={hashOf({ view: 'requests', space: details.name })}>{details.name}</a></th>
      <td>{details.scenario}</td>
      <td title={details.why ?? undefined}>
        {details.state === 'failed' ? t.failed : t[details.clock.mode]}{' '}
        <Moment at={details.clock.now} withDate />
      </td>
      <td class="number">{seen?.held ?? '–'}</td>
      <td class="number">{seen?.living ?? '–'}</td>
      <td class="number">
        <a href={hashOf({ view: 'findings', space: details.name })} data-bad={seen?.isBad}>{seen?.findings ?? '–'}</a>
      </td>
      <td class="actions">
        {canChange && <Sure label={t.reset} disabled={doing} onSure={() => act(() => space.reset())} />}
        <button type="button" class="second small" disabled={doing} onClick={() => act(async () => {
          save(`${details.name}.json`, JSON.stringify(await space.export(), null, 2))
        })}>{t.export}</button>
        {canChange && <Sure label={t.delete} disabled={doing} onSure={() => act(() => space.dispose())} />}
        <span role="alert">{refused}</span>
      </td>
    </tr>
  )
}

function NewSpace({ channel, scenarios, again }: { channel: Channel, scenarios: string[], again: () => void }) {
  const t = useTexts()
  const [name, setName] = useState('')
  const [scenario, setScenario] = useState('')
  const { doing, refused, act } = useDoing(again)
  return (
    <form class="inline" onSubmit={(e) => {
      e.preventDefault()
      act(async () => {
        await channel.post('/_cecsim/spaces', {
          body: { name, ownCredentials: true, ...(scenario === '' ? {} : { scenario }) },
        })
        setName('')
      })
    }}>
      <label>{t.name}
        <input required value={name} onInput={(e) => setName(e.currentTarget.value)} />
      </label>
      <label>{t.scenario}
        <input list="scenarios" value={scenario} onInput={(e) => setScenario(e.currentTarget.value)} />
      </label>
      <datalist id="scenarios">{scenarios.map((s) => <option key={s} value={s} />)}</datalist>
      <button disabled={doing}>{t.create}</button>
      <p role="alert">{refused}</p>
    </form>
  )
}
