import { useEffect, useRef, useState } from 'preact/hooks'
import type { Channel } from '../../../../cecsim-js/src/channel.js'
import type { ScenarioCheck, ScenarioMistake, ScenarioTrial } from '../../../../cecsim-js/src/contract.js'
import { useDoing } from '../asked'
import { hashOf } from '../route'
import { save } from '../save'
import { reasonOf } from '../server'
import { filled, useTexts } from '../texts'
import { draftKept, keepDraft, nameIn, takeBrought } from './draft'
import type { Editor } from './editor'
import { Story } from './story'

// Whoever types is not asked about at each key.
const quietMs = 500
const mistakesMax = 50

const editorScript = '/_cecsim/ui/editor.js'

interface Said {
  /** Of which text. */
  text?: string
  check?: ScenarioCheck
  trial?: ScenarioTrial | undefined
  /** Why there is none of either. */
  reason?: string
}

/** A scenario that is being written: its mistakes at their place, and the story that it tells. */
export function Workbench({ channel, scenarios, canChange }: {
  channel: Channel, scenarios: string[], canChange: boolean,
}) {
  const t = useTexts()
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const [text, setText] = useState<string>()
  const { said, isBusy } = useSaid(channel, text)
  const { refused, act } = useDoing(() => {})

  const start = (name: string) => name !== '' && act(async () => {
    const path = { scenarioName: name }
    editor.current?.write((await channel.get('/_cecsim/scenarios/{scenarioName}', { path })).text)
  })

  useEffect(() => {
    let isOpen = true
    act(async () => {
      const module = await import(editorScript) as typeof import('./editor')
      const first = draftKept() ?? ''
      if (isOpen && place.current) {
        editor.current = module.openEditor(place.current, t.scenarioText, first, (to) => {
          keepDraft(to)
          setText(to)
        })
        setText(first)
        const brought = takeBrought()
        if (brought !== undefined) {
          editor.current.write(brought)
        }
      }
    })
    return () => {
      isOpen = false
      editor.current?.close()
      editor.current = null
    }
  }, [])
  useEffect(() => editor.current?.show(said.check?.mistakes ?? []), [said.check])

  return (
    <div class="columns workbench">
      <section>
        <h2>{t.workbench}</h2>
        <p class="hint">{t.workbenchHint}</p>
        <div class="inline">
          <label>{t.startFrom}
            <select value="" onChange={(e) => start(e.currentTarget.value)}>
              <option value="">{t.choose}</option>
              {scenarios.map((s) => <option key={s}>{s}</option>)}
            </select>
          </label>
          <button type="button" class="second" disabled={!text}
            onClick={() => save(`${nameIn(text ?? '') ?? 'scenario'}.yaml`, text ?? '', 'application/yaml')}>
            {t.saveFile}
          </button>
          {canChange && <MakeSpace channel={channel} text={text} isSound={said.check?.name != null} />}
        </div>
        <p role="alert">{refused}</p>
        <div class="editor" ref={place} />
        {said.check && <Mistakes mistakes={said.check.mistakes} goTo={(m) => editor.current?.goTo(m.line, m.column)} />}
      </section>
      <section aria-busy={isBusy}>
        <h2>{t.story}</h2>
        <p class="hint">{t.storyHint}</p>
        <p role="alert">{said.reason}</p>
        {said.trial ? <Story trial={said.trial} /> : <p class="hint">{said.check ? t.noStory : t.loading}</p>}
      </section>
    </div>
  )
}

// One question at a time: what was typed meanwhile is asked about next.
function useSaid(channel: Channel, text: string | undefined): { said: Said, isBusy: boolean } {
  const [said, setSaid] = useState<Said>({})
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    if (text === undefined || text === said.text || isBusy) {
      return undefined
    }

    const timer = setTimeout(() => {
      setIsBusy(true)
      void sayOf(channel, text).then((answer) => {
        setSaid({ ...answer, text })
        setIsBusy(false)
      })
    }, quietMs)
    return () => clearTimeout(timer)
  }, [channel, text, said, isBusy])
  return { said, isBusy }
}

async function sayOf(channel: Channel, text: string): Promise<Omit<Said, 'text'>> {
  try {
    const check = await channel.post('/_cecsim/scenarios/check', { body: { text } })
    return check.name == null
      ? { check }
      : { check, trial: await channel.post('/_cecsim/scenarios/try', { body: { text } }) }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

function Mistakes({ mistakes, goTo }: {
  mistakes: readonly ScenarioMistake[], goTo: (mistake: ScenarioMistake) => void,
}) {
  const t = useTexts()
  return (
    <>
      <p role="status">{mistakes.length === 0 ? t.noMistakes : filled(t.mistakes, mistakes.length)}</p>
      <ul class="wrongs">
        {mistakes.slice(0, mistakesMax).map((m) => (
          <li key={`${m.line} ${m.column} ${m.message}`}>
            <button type="button" class="second small" onClick={() => goTo(m)}>{m.line}:{m.column}</button>{' '}
            {m.isWarning && <strong>{t.warning} </strong>}{m.message}
            {m.allowed && <span class="hint"> {filled(t.allowed, m.allowed)}</span>}
            {m.didYouMean && <span class="hint"> {filled(t.didYouMean, m.didYouMean)}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function MakeSpace({ channel, text, isSound }: { channel: Channel, text: string | undefined, isSound: boolean }) {
  const t = useTexts()
  const { doing, refused, act } = useDoing(() => {})
  return (
    <>
      <button type="button" disabled={doing || !isSound || text === undefined} onClick={() => act(async () => {
        const made = await channel.post('/_cecsim/spaces', { body: { inline: text!, ownCredentials: true } })
        location.hash = hashOf({ view: 'requests', space: made.name })
      })}>{t.makeSpace}</button>
      <span role="alert">{refused}</span>
    </>
  )
}
