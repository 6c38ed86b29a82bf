import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Questions } from './questions'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Answers that each take so long, and when they were asked for. */
function asked(tookMs: number): { at: number[], questions: Questions } {
  const at: number[] = []
  const began = performance.now()
  return {
    at,
    questions: new Questions(() => {
      at.push(performance.now() - began)
      return new Promise((answered) => setTimeout(answered, tookMs))
    }),
  }
}

it('A question is not asked again while its answer is on the way, and once after it', async () => {
  const { at, questions } = asked(100)
  for (let i = 0; i < 10; i++) {
    questions.again()
  }

  await vi.advanceTimersByTimeAsync(99)
  expect(at).toEqual([0])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(at).toEqual([0, 600])
})

it('A slow answer is followed by a rest of five times its time, and of no more than five seconds', async () => {
  const { at, questions } = asked(2_000)
  const timer = setInterval(() => questions.again(), 250)
  await vi.advanceTimersByTimeAsync(20_000)
  clearInterval(timer)
  expect(at).toEqual([250, 7_250, 14_250])
})

it('After an end nothing is asked', async () => {
  const { at, questions } = asked(100)
  questions.again()
  questions.again()
  await vi.advanceTimersByTimeAsync(50)
  questions.end()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(at).toEqual([0])
})
