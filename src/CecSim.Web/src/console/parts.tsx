// What many views are made of.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Asked } from './asked'
import { reasonOf } from './server'
import { filled, useTexts } from './texts'
import { dateAndTimeOf, timeOf } from './time/moment'

/** A moment as the space's clock has it, with the date where it is not said elsewhere. */
export function Moment({ at, withDate }: { at: string, withDate?: boolean }) {
  return <time dateTime={at} title={at}>{withDate ? dateAndTimeOf(at) : timeOf(at)}</time>
}

export function Copy({ text, label }: { text: string, label?: string }) {
  const t = useTexts()
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) {
      return undefined
    }

    const timer = setTimeout(() => setIsCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])
  // Two words of one button: its width would jump.
  return (
    <button type="button" class="second small" onClick={() => void copied(text).then(setIsCopied)}>
      {label ?? t.copy}<span role="status">{isCopied ? ` ✓ ${t.copied}` : ''}</span>
    </button>
  )
}

// A page that came by HTTP from another machine has no clipboard of its own; what is marked can be copied everywhere.
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text })
    const before = document.activeElement
    document.body.append(field)
    field.select()
    const isDone = document.execCommand('copy')
    field.remove()
    if (before instanceof HTMLElement) {
      before.focus()
    }

    return isDone
  }
}

/** Something that cannot be undone is asked for twice, in the same place. */
export function Sure({ label, disabled, onSure }: { label: string, disabled?: boolean, onSure: () => void }) {
  const t = useTexts()
  const [isAsked, setIsAsked] = useState(false)
  return isAsked
    ? <span class="sure" role="group" aria-label={filled(t.really, label)}>
        {filled(t.really, label)}{' '}
        <button type="button" class="bad small" autofocus onClick={() => (setIsAsked(false), onSure())}>{t.yes}</button>
        <button type="button" class="second small" onClick={() => setIsAsked(false)}>{t.no}</button>
      </span>
    : <button type="button" class="second small" disabled={disabled} onClick={() => setIsAsked(true)}>{label}</button>
}

/** A table that is not wider than its place: it can be moved with the keys then. */
export function Rows({ label, columns, numbers, children, empty }: {
  label: string
  columns: readonly string[]
  /** Those of the columns whose cells are numbers. */
  numbers?: readonly string[]
  children: ComponentChildren
  empty: boolean
}) {
  const t = useTexts()
  return empty
    ? <p class="hint">{t.nothing}</p>
    : <div class="rows" role="region" aria-label={label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((c) => (
                <th scope="col" key={c}
                  class={c === t.acts ? 'unseen' : numbers?.includes(c) ? 'number' : undefined}>{c}</th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
}

export function Search({ text, seek }: { text: string, seek: (text: string) => void }) {
  const t = useTexts()
  return (
    <div class="inline">
      <label>{t.search}<input type="search" value={text} onInput={(e) => seek(e.currentTarget.value)} /></label>
    </div>
  )
}

/** What was asked for, or why it is not there. */
export function Answered<T>({ asked, children }: { asked: Asked<T>, children: (value: T) => ComponentChildren }) {
  const t = useTexts()
  return (
    <>
      <p role="alert">{asked.error === undefined ? '' : reasonOf(asked.error)}</p>
      {asked.value === undefined
        ? asked.error === undefined && <p class="hint">{t.loading}</p>
        : children(asked.value)}
    </>
  )
}
