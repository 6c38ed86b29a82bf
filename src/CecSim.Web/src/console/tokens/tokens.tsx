import { useState } from 'preact/hooks'
import type { ClockState, HeldToken } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Moment, Rows } from '../parts'
import { usePlace } from '../place'
import { filled, useTexts } from '../texts'
import { isGood } from '../time/due'
import { leftOf, msUntil } from '../time/moment'

const rowsAtOnce = 100

/** Who has which token and how long it is good, and their ends before their time. */
export function TokensView() {
  const t = useTexts()
  const { space, live } = usePlace()
  const [text, setText] = useState('')
  const [rowsMax, setRowsMax] = useState(rowsAtOnce)
  const tokens = useAsked(() => space.tokens.list(), [space, live.told.reset], 3000)
  const clock = useAsked(() => space.clock.read(), [space, live.told.reset], 1000)
  return (
    <section>
      <h2>{t.views.tokens}</h2>
      <p class="hint">{t.tokensHint}</p>
      <div class="inline">
        <label>{t.search}
          <input type="search" value={text} onInput={(e) => setText(e.currentTarget.value)} />
        </label>
      </div>
      <Answered asked={tokens}>{(all) => {
        const found = all.filter((k) => `${k.id} ${k.kind} ${k.userId} ${k.state}`.toLowerCase()
          .includes(text.toLowerCase()))
        return (
          <>
            <p class="hint" role="status">{filled(t.tokensGood, all.filter(isGood).length, all.length)}</p>
            <Rows label={t.views.tokens} empty={found.length === 0}
              columns={[t.id, t.user, t.kind, t.state, t.until, t.left, t.acts]} numbers={[t.left]}>
              {found.slice(0, rowsMax).map((k) => (
                <TokenRow key={`${k.id} ${k.userId} ${k.channelId}`} token={k} clock={clock.value}
                  again={tokens.again} />
              ))}
            </Rows>
            {found.length > rowsMax && (
              <button type="button" class="second" onClick={() => setRowsMax(rowsMax + rowsAtOnce)}>{t.more}</button>
            )}
          </>
        )
      }}</Answered>
    </section>
  )
}

function TokenRow({ token, clock, again }: { token: HeldToken, clock: ClockState | undefined, again: () => void }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const { doing, refused, act } = useDoing(again)
  const isHeld = isGood(token)
  return (
    <tr>
      <th scope="row">{token.id}</th>
      <td class="text">{token.userId}</td>
      <td>{t.tokenKinds[token.kind]}</td>
      <td data-bad={!isHeld}>{t.tokenStates[token.state]}</td>
      <td><Moment at={token.expiresAt} withDate /></td>
      <td class="number">{isHeld && clock ? leftOf(msUntil(clock.now, token.expiresAt)) : '–'}</td>
      <td class="actions">
        {canChange && isHeld && (
          <>
            <button type="button" class="second small" disabled={doing} aria-label={`${t.expireNow} ${token.id}`}
              onClick={() => act(() => space.tokens.expireNow(token.id))}>{t.expireNow}</button>
            <button type="button" class="second small" disabled={doing} aria-label={`${t.revoke} ${token.id}`}
              onClick={() => act(() => space.tokens.revoke(token.id))}>{t.revoke}</button>
          </>
        )}
        <span role="alert">{refused}</span>
      </td>
    </tr>
  )
}
