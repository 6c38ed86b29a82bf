import { useRef, useState } from 'preact/hooks'
import type { CallLadder } from '../../../../cecsim-js/src/contract.js'
import { useDoing } from '../asked'
import { Copy, Moment } from '../parts'
import { usePlace } from '../place'
import { hashOf } from '../route'
import { save } from '../save'
import { filled, useTexts } from '../texts'
import {
  afterMsOf, afterText, type Axis, axes, laneWidth, offsetsOf, partiesOf, rowHeight, toMermaid,
} from './drawing'

const rowsAtOnce = 300
const headHeight = 34
const timeWidth = 96

/** What passed between the parties of a call, from above to below. */
export function LadderView({ ladder }: { ladder: CallLadder }) {
  const t = useTexts()
  const { space, canChange } = usePlace()
  const drawing = useRef<SVGSVGElement>(null)
  const [zoom, setZoom] = useState(1)
  const [axis, setAxis] = useState<Axis>('order')
  const [rowsMax, setRowsMax] = useState(rowsAtOnce)
  const [chosen, setChosen] = useState<number>()
  const { doing, refused, act } = useDoing(() => {})
  const parties = partiesOf(ladder)
  const steps = ladder.steps.slice(0, rowsMax)
  const step = chosen === undefined ? undefined : ladder.steps[chosen]
  const xOf = (party: string) => timeWidth + (parties.findIndex((p) => p === party) + 0.5) * laneWidth
  const [after, offsets] = [afterMsOf(steps, axis), offsetsOf(steps, axis)]
  const [width, height] = [
    timeWidth + parties.length * laneWidth, headHeight + (offsets.at(-1) ?? 0) + rowHeight + 8]
  return (
    <>
      <p class="hint">{t.ladderHint}</p>
      <label>{t.axis}
        <select value={axis} onChange={(e) => setAxis(axes.find((a) => a === e.currentTarget.value) ?? 'order')}>
          {axes.map((a) => <option key={a} value={a}>{t.axes[a]}</option>)}
        </select>
      </label>
      <p class="actions">
        <button type="button" class="second small" onClick={() => setZoom(Math.min(2, zoom + 0.25))}>{t.zoomIn}</button>
        <button type="button" class="second small" onClick={() => setZoom(Math.max(0.5, zoom - 0.25))}>
          {t.zoomOut}
        </button>
        <button type="button" class="second small"
          onClick={() => save(`call-${ladder.callId}.svg`, standAlone(drawing.current!), 'image/svg+xml')}>
          {t.saveSvg}
        </button>
        <Copy text={toMermaid(ladder)} label={t.copyMermaid} />
        <button type="button" class="second small" disabled={doing} onClick={() => act(async () => {
          const packets = await space.calls.pcap(ladder.callId)
          save(`call-${ladder.callId}.pcapng`, packets as Uint8Array<ArrayBuffer>, 'application/octet-stream')
        })}>{t.savePcap}</button>
        <span role="alert">{refused}</span>
      </p>
      {steps.length > 1 && (
        <label>{t.step}
          <input type="range" min={0} max={steps.length - 1} value={chosen ?? 0}
            aria-valuetext={step ? `${afterText(after[chosen!]!)} ${step.label}` : undefined}
            onInput={(e) => setChosen(Number(e.currentTarget.value))} />
        </label>
      )}
      <div class="split">
        <div class="rows" role="region" aria-label={t.ladder} tabIndex={0}>
          <svg ref={drawing} class="ladder" width={width * zoom} height={height * zoom}
            viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t.ladder}>
            {parties.map((party) => (
              <g key={party}>
                <line class="lane" x1={xOf(party)} x2={xOf(party)} y1={headHeight} y2={height} />
                <text class="party" x={xOf(party)} y={20} text-anchor="middle">{t.parties[party]}</text>
              </g>
            ))}
            {steps.map((s, i) => {
              const y = headHeight + offsets[i]! + rowHeight - 8
              const [from, to] = [xOf(s.from), xOf(s.to)]
              return (
                <g key={i} class={`step ${s.protocol}`} role="button" tabIndex={0}
                  aria-pressed={i === chosen} onClick={() => setChosen(i)} onKeyDown={(e) => {
                    if (e.key === 'Enter' || e.key === ' ') {
                      e.preventDefault()
                      setChosen(i)
                    }
                  }}>
                  <rect x={0} y={y - rowHeight + 8} width={width} height={rowHeight} />
                  <text class="after" x={timeWidth - 12} y={y} text-anchor="end">{afterText(after[i]!)}</text>
                  {from === to
                    ? <circle cx={from} cy={y - 4} r={4} />
                    : <path d={arrow(from, to, y)} />}
                  <text x={from === to ? from + 10 : (from + to) / 2} y={y - 5}
                    text-anchor={from === to ? 'start' : 'middle'}>{s.label}</text>
                </g>
              )
            })}
          </svg>
          {ladder.steps.length > rowsMax && (
            <button type="button" class="second" onClick={() => setRowsMax(rowsMax + rowsAtOnce)}>{t.more}</button>
          )}
        </div>
        <aside aria-live="polite">
          {step && (
            <>
              <h4 class="text">{step.label}</h4>
              <p class="hint">
                <Moment at={step.at} withDate /> · {step.protocol} · {t.parties[step.from]} → {t.parties[step.to]}
              </p>
              {step.detail && <p class="text">{step.detail}</p>}
              {step.journal && (
                <p><a href={hashOf({ view: 'requests', space: space.name, item: step.journal })}>{step.journal}</a></p>
              )}
              {canChange && (
                <p class="actions">
                  <button type="button" class="second small" disabled={doing} onClick={() => act(async () => {
                    const made = await space.replay({ at: step.at })
                    location.hash = hashOf({ view: 'calls', space: made.name, item: `${ladder.callId}` })
                  })}>{t.standHere}</button>
                </p>
              )}
              {step.message && <pre tabIndex={0} aria-label={step.label}>{step.message}</pre>}
            </>
          )}
        </aside>
      </div>
      {ladder.missing.length > 0 && (
        <>
          <h4>{t.missing}</h4>
          <ul>{ladder.missing.map((m) => <li key={m}>{filled('{}', m)}</li>)}</ul>
        </>
      )}
    </>
  )
}

function arrow(from: number, to: number, y: number): string {
  const head = to > from ? -7 : 7
  return `M${from} ${y} H${to} M${to} ${y} l${head} -4 M${to} ${y} l${head} 4`
}

// The page's sheet stays behind: what it drew with is put into the picture.
function standAlone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const parts = [...drawing.querySelectorAll('line, path, text, rect, circle')]
  for (const [i, part] of [...copy.querySelectorAll('line, path, text, rect, circle')].entries()) {
    const style = getComputedStyle(parts[i]!)
    for (const property of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font']) {
      part.setAttribute(property, style.getPropertyValue(property))
    }
  }

  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new XMLSerializer().serializeToString(copy)
}
