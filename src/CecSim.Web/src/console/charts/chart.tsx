import { useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from '../server'
import { useTexts } from '../texts'
import type { Data, Looks, Plot } from './plot'

const plotScript = '/_cecsim/ui/plot.js'

/** A chart, and in words what its lines have come to: a canvas is nothing to hear. */
export function Chart({ title, data, lines, x, isLog, hint }: {
  title: string, data: Data, lines: readonly string[], x: Looks['x'], isLog?: boolean, hint?: string,
}) {
  const t = useTexts()
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<Plot | null>(null)
  const latest = useRef(data)
  const [failed, setFailed] = useState('')
  latest.current = data

  useEffect(() => {
    let isOpen = true
    const open = async () => {
      const module = await import(plotScript) as typeof import('./plot')
      if (isOpen && place.current) {
        plot.current?.close()
        plot.current = module.openPlot(place.current, { lines, x, ...(isLog ? { isLog } : {}) }, latest.current)
      }
    }
    const draw = () => void open().catch((error: unknown) => setFailed(reasonOf(error)))
    draw()
    // The colours of the page have changed.
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const themed = new MutationObserver(draw)
    scheme.addEventListener('change', draw)
    themed.observe(document.documentElement, { attributeFilter: ['style'] })
    return () => {
      isOpen = false
      scheme.removeEventListener('change', draw)
      themed.disconnect()
      plot.current?.close()
      plot.current = null
    }
  }, [lines.join('\n'), x, isLog])
  useEffect(() => plot.current?.show(data), [data])

  return (
    <div class="chart" role="group" aria-label={title}>
      <h3>{title}</h3>
      {hint && <p class="hint">{hint}</p>}
      <p role="alert">{failed}</p>
      <div ref={place} class="plot" aria-hidden="true" />
      <dl class="legend">
        {lines.map((line, i) => (
          <div key={line}>
            <dt>
              <svg viewBox="0 0 28 8" aria-hidden="true"><path d="M0 4h28" class={`line-${(i % 6) + 1}`} /></svg>
              {line}
            </dt>
            <dd>{numberOf(lastOf(data[i + 1])) ?? t.noFigure}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function lastOf(values: readonly (number | null)[] | undefined): number | null {
  return values?.findLast((v) => v !== null) ?? null
}

/** A number with three figures or so. */
export function numberOf(value: number | null): string | undefined {
  if (value === null) {
    return undefined
  }

  const size = Math.abs(value)
  return value.toLocaleString('en', { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 })
}
