import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useAsked } from '../asked'
import { Answered } from '../parts'
import { usePlace } from '../place'
import { useTexts } from '../texts'
import { Chart } from './chart'
import { callStates, type Reading, type Sample, sampleOf, withSample } from './samples'

const readEveryMs = 1000

/** What a space comes to, over time, from the moment on at which somebody looks. */
export function ChartsView() {
  const t = useTexts()
  const { channel, space } = usePlace()
  const before = useRef<Reading | undefined>(undefined)
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const read = useAsked(async (): Promise<Reading> => {
    const [statistics, latency] = await Promise.all([space.statistics(), channel.get('/_cecsim/latency')])
    // A machine's clock may be set back, and an axis goes one way.
    const atMs = performance.timeOrigin + performance.now()
    return { atMs, statistics, latencies: latency.events }
  }, [space], { everyMs: readEveryMs })

  useEffect(() => {
    before.current = undefined
    setSamples([])
  }, [space])
  useEffect(() => {
    const now = read.value
    if (now) {
      const sample = sampleOf(before.current, now)
      before.current = now
      setSamples((kept) => withSample(kept, sample))
    }
  }, [read.value])

  return (
    <section>
      <h2>{t.views.charts}</h2>
      <p class="hint">{t.chartsHint}</p>
      <Answered asked={read}>{() => <AllCharts samples={samples} />}</Answered>
    </section>
  )
}

function AllCharts({ samples }: { samples: readonly Sample[] }) {
  const t = useTexts()
  const columns = useMemo(() => {
    const at = samples.map((s) => s.at)
    const of = (...values: ((s: Sample) => number | null)[]) => [at, ...values.map((value) => samples.map(value))]
    return {
      requests: of((s) => s.requestsPerSecond, (s) => s.strikesPerSecond),
      polls: of((s) => s.heldPolls, (s) => s.waiting),
      calls: of(...callStates.map((state) => (s: Sample) => s.calls[state] ?? 0)),
      latency: of((s) => s.p50Ms, (s) => s.p99Ms),
      media: of((s) => s.mediaCalls, (s) => s.lossInPercent, (s) => s.lossOutPercent),
      ways: of((s) => s.jitterMs, (s) => s.roundTripMs),
    }
  }, [samples])
  return (
    <div class="charts">
      <Chart title={t.requestsPerSecond} data={columns.requests} lines={[t.views.requests, t.strikes]} x="time" />
      <Chart title={t.heldAndWaiting} data={columns.polls} lines={[t.held, t.inQueues]} x="time" />
      <Chart title={t.callsByState} data={columns.calls} lines={callStates.map((s) => t.callStates[s])} x="time" />
      <Chart title={t.eventLatency} hint={t.ofAllSpaces} data={columns.latency} lines={['p50', 'p99']} x="time" />
      <Chart title={t.media} data={columns.media} lines={[t.callsWithMedia, t.lossIn, t.lossOut]} x="time" />
      <Chart title={t.jitterAndRoundTrip} data={columns.ways} lines={[t.jitter, t.roundTrip]} x="time" />
    </div>
  )
}
