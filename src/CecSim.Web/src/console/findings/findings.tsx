import { useState } from 'preact/hooks'
import { useAsked } from '../asked'
import { Answered, Moment } from '../parts'
import { usePlace } from '../place'
import { hashOf } from '../route'
import { filled, useTexts } from '../texts'

const casesMax = 20

/** The report card: what clients did wrong, the worst first, each with its requests. */
export function FindingsView() {
  const t = useTexts()
  const { channel, space, live } = usePlace()
  const [level, setLevel] = useState('')
  const [text, setText] = useState('')
  const card = useAsked(
    () => channel.get('/_cecsim/spaces/{spaceName}/findings', { path: { spaceName: space.name } }),
    [channel, space], { told: [live.told.finding, live.told.reset] })
  return (
    <section>
      <h2>{t.views.findings}</h2>
      <div class="inline">
        <label>{t.kind}
          <select value={level} onChange={(e) => setLevel(e.currentTarget.value)}>
            <option value="">–</option>
            {Object.entries(t.levels).map(([l, word]) => <option key={l} value={l}>{word}</option>)}
          </select>
        </label>
        <label>{t.search}
          <input type="search" value={text} onInput={(e) => setText(e.currentTarget.value)} />
        </label>
      </div>
      <Answered asked={card}>{({ findings, watched }) => {
        const shown = findings.filter((f) => (level === '' || f.level === level)
          && JSON.stringify(f).toLowerCase().includes(text.toLowerCase()))
        return (
          <>
            <p class="hint" role="status">
              {findings.length === 0 && `${t.noFindings} `}{filled(t.watched, watched.length)}
            </p>
            {shown.map((f) => (
              <article key={f.code} class="finding" data-level={f.level}>
                <h3>{t.levels[f.level] ?? f.level}: <code>{f.code}</code>, {filled(t.times, f.count)}</h3>
                <p>{f.sentence}</p>
                <p><strong>{t.mend}:</strong> {f.mend}</p>
                <p class="hint">{t.source}: {f.document}, {f.section}</p>
                <ul>
                  {f.cases.slice(0, casesMax).map((c) => (
                    <li key={`${c.at} ${c.entry}`}>
                      <Moment at={c.at} />{' '}
                      {c.entry && (
                        <a href={hashOf({ view: 'requests', space: space.name, item: c.entry })}>{c.entry}</a>
                      )}{' '}
                      <span class="text">{[c.user, c.detail].filter(Boolean).join(': ')}</span>
                    </li>
                  ))}
                </ul>
              </article>
            ))}
          </>
        )
      }}</Answered>
    </section>
  )
}
