import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { Questions } from './questions'
import { reasonOf } from './server'

export interface Asked<T> {
  value: T | undefined
  /** Why there is none, or none that is new. */
  error: unknown
  again: () => void
}

/**
 * An answer of the server about `subject`, asked for again whenever one of `told` changes, and every so often while the
 * page is seen. An answer about what was the subject before is left out.
 */
export function useAsked<T>(
  ask: () => Promise<T>, subject: readonly unknown[],
  { told = [], everyMs }: { told?: readonly unknown[], everyMs?: number | undefined } = {},
): Asked<T> {
  const [state, setState] = useState<{ value: T | undefined, error: unknown }>({ value: undefined, error: undefined })
  const current = useRef(ask)
  const questions = useRef<Questions>(undefined)
  current.current = ask
  const again = useCallback(() => questions.current?.again(), [])

  useEffect(() => {
    let isOver = false
    const asking = new Questions(() => current.current().then(
      (value) => isOver || setState({ value, error: undefined }),
      (error: unknown) => isOver || setState(({ value }) => ({ value, error }))))
    questions.current = asking
    return () => {
      isOver = true
      asking.end()
    }
  }, subject)
  useEffect(again, [...subject, ...told])
  useEffect(() => {
    if (everyMs === undefined) {
      return undefined
    }

    const timer = setInterval(() => document.visibilityState === 'visible' && again(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, again])
  return { ...state, again }
}

/** Something that a person does to the server: at most one at a time, and what was refused is said. */
export function useDoing(then: () => void): {
  doing: boolean, refused: string, act: (what: () => Promise<unknown>) => void,
} {
  const [doing, setDoing] = useState(false)
  const [refused, setRefused] = useState('')
  const act = (what: () => Promise<unknown>) => {
    setDoing(true)
    setRefused('')
    what()
      .catch((error: unknown) => setRefused(reasonOf(error)))
      .finally(() => {
        setDoing(false)
        then()
      })
  }
  return { doing, refused, act }
}
