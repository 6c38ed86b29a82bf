import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from './server'

export interface Asked<T> {
  value: T | undefined
  /** Why there is none, or none that is new. */
  error: unknown
  again: () => void
}

/**
 * An answer of the server, asked for again whenever one of `when` changes, and every so often while the page is seen.
 * An answer that is overtaken by a later question is left out.
 */
export function useAsked<T>(ask: () => Promise<T>, when: readonly unknown[], everyMs?: number): Asked<T> {
  const [state, setState] = useState<{ value: T | undefined, error: unknown }>({ value: undefined, error: undefined })
  const latest = useRef(0)
  const current = useRef(ask)
  current.current = ask
  const again = useCallback(() => {
    const question = ++latest.current
    current.current().then(
      (value) => question === latest.current && setState({ value, error: undefined }),
      (error: unknown) => question === latest.current && setState(({ value }) => ({ value, error })))
  }, [])

  useEffect(() => {
    again()
    return () => void latest.current++
  }, when)
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
