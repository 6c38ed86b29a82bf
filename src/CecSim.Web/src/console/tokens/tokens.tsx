import { useState } from 'preact/hooks'
import type { ClockState, HeldToken } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Moment, Rows, Search } from '../parts'
import { usePlace } from '../place'
import { filled, useTexts } from '../texts'
import { isGood } from '../time/due'
import { leftOf, msUntil } from '../time/moment'

const rowsAtOnce = 100

/** Who has which token and how long it is good, and their ends before their time. */
export function TokensView() {
  const t = useTexts()
  const { channel, space, live } = usePlace()
  const [text, setText] = useState('')
  const [rowsMax, setRowsMax] = useState(rowsAtOnce)
  const tokens = useAsked(
    () => channel.get('/_cecsim/spaces/{spaceName}/tokens', {
      path: { spaceName: space.name }, query: { text, limit: rowsMax },
    }), [channel, space, text, rowsMax], { told: [live.told.reset], everyMs: 3000 })
  const clock = useAsked(() => space.clock.read(), [space], { told: [live.told.reset], everyMs: 1000 })
  return (
    <section>
      <h2>{t.views.tokens}</h2>
      <p class="hint">{t.tokensHint}</p>
      <Search text={text} seek={setText} />
      <Answered asked={tokens}>{({ tokens: shown, total, good }) => (
        <>
          <p class="hint" role="status">{filled(t.tokensGood, good, total)}</p>
          <Rows label={t.views.tokens} empty={shown.length === 0}
            columns={[t.id, t.user, t.kind, t.state, t.until, t.left, t.acts]} numbers={[t.left]}>
            {shown.map((k) => (
              <TokenRow key={`${k.id} ${k.userId} ${k.channelId}`} token={k} clock={clock.value}
                again={tokens.again} />
            ))}
          </Rows>
          {total > shown.length && (
            <button type="button" class="second" onClick={() => setRowsMax(rowsMax + rowsAtOnce)}>{t.more}</button>
          )}
        </>
      )}</Answered>
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
