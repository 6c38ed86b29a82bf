import { useState } from 'preact/hooks'
import type { JournalEntry } from '../../../../cecsim-js/src/contract.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Copy, Moment } from '../parts'
import { usePlace } from '../place'
import { hashOf } from '../route'
import { filled, useTexts } from '../texts'
import { legible, toAxios, toCurl, toPact } from './copying'
import { pathOf } from './entry'
import { toScenarioStep } from './requests-seen'
import { canBeSentAgain, type Replayed, sendAgain } from './replay'

/** One request: what was sent, what went out, and why. */
export function RequestView({ id }: { id: string }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const asked = useAsked(() => space.journal.explain(id), [space, id])
  return (
    <section>
      <p><a href={hashOf({ view: 'requests', space: space.name })}>← {t.back}</a></p>
      <Answered asked={asked}>{({ entry, document, chapter, basis, decided, wrong, faults }) => (
        <>
          <h2 class="text">{entry.request.method} {entry.operation ?? pathOf(entry)}</h2>
          <p class="words"><code>{entry.request.method} {entry.request.url}</code></p>
          <dl class="facts">
            <dt>{t.id}</dt><dd class="text">{entry.id}</dd>
            <dt>{t.time}</dt><dd><Moment at={entry.at} withDate /></dd>
            <dt>{t.user}</dt><dd class="text">{entry.user ?? '–'}</dd>
            <dt>{t.status}</dt><dd>{entry.response?.status ?? t.noAnswer}</dd>
            <dt>{t.result}</dt><dd>{entry.response?.resultCode ?? '–'}</dd>
            <dt>{t.took}</dt><dd>{Math.round(entry.durationMs * 10) / 10} ms</dd>
            {entry.heldMs != null && <><dt>{t.heldFor}</dt><dd>{Math.round(entry.heldMs)} ms</dd></>}
          </dl>
          <h3>{t.why}</h3>
          <p class="why">{decided}</p>
          <p class="hint">{[basis, document, chapter].filter(Boolean).join(' · ')}</p>
          {entry.cutShort && <p role="note">{t.cutShort}</p>}
          {faults.map((f) => <p key={f} role="note">{filled(t.byFault, f)}</p>)}
          {wrong.length > 0 && (
            <>
              <h3>{t.wrong}</h3>
              <ul class="wrongs">
                {wrong.map((w) => (
                  <li key={w.why}>
                    <strong>{w.why}</strong>{' '}
                    <span class="hint">
                      {t.source}: {[w.section, w.rule, w.claim].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="actions">
            <Copy text={toCurl(entry, location.origin)} label={t.copyCurl} />
            <Copy text={toAxios(entry, location.origin)} label={t.copyAxios} />
            <Copy text={toPact(entry)} label={t.copyPact} />
            <CopyStep step={toScenarioStep(entry)} />
            {canChange && <SendAgain entry={entry} />}
          </p>
          <p class="hint">{t.masked}</p>
          <Message title={t.request} message={entry.request} />
          {entry.response && <Message title={t.answer} message={entry.response} />}
        </>
      )}</Answered>
    </section>
  )
}

function CopyStep({ step }: { step: string | undefined }) {
  const t = useTexts()
  return step === undefined ? null : <Copy text={step} label={t.copyStep} />
}

function SendAgain({ entry }: { entry: JournalEntry }) {
  const t = useTexts()
  const { space } = usePlace()
  const { doing, refused, act } = useDoing(() => {})
  const [answer, setAnswer] = useState<Replayed>()
  return (
    <>
      <button type="button" class="second small" disabled={doing || !canBeSentAgain(entry)} title={t.sendAgainHint}
        onClick={() => act(async () => setAnswer(await sendAgain(entry, space.credentials)))}>{t.sendAgain}</button>
      <span role="status">
        {answer && (answer.id
          ? <a href={hashOf({ view: 'requests', space: space.name, item: answer.id })}>{t.answer}: {answer.status}</a>
          : `${t.answer}: ${answer.status}`)}
      </span>
      <span role="alert">{refused}</span>
    </>
  )
}

type Kept = JournalEntry['request'] | NonNullable<JournalEntry['response']>

function Message({ title, message }: { title: string, message: Kept }) {
  const t = useTexts()
  const { headers, body } = message
  return (
    <>
      <h3>{title}</h3>
      <dl class="headers" aria-label={`${title}: ${t.headers}`}>
        {headers.map((h, i) => <div key={`${i} ${h.name}`}><dt>{h.name}</dt><dd>{h.value}</dd></div>)}
      </dl>
      {body && (
        <>
          <pre tabIndex={0} aria-label={`${title}: ${t.body}`}>{legible(body.text)}</pre>
          {body.cut && <p class="hint">{filled(t.bodyCut, body.bytes)}</p>}
        </>
      )}
    </>
  )
}
