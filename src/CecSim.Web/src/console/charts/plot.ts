// uPlot, in a script of its own: only who looks at charts has to load it.
import UPlot from 'uplot'

/** A chart's axes and lines. */
export interface Looks {
  lines: readonly string[]
  /** Of the x axis, for its marks. */
  x: 'time' | 'seconds' | 'nines'
  /** Whether the y axis goes by powers of ten. */
  isLog?: boolean
}

export type Data = readonly (readonly (number | null)[])[]

export interface Plot {
  show(data: Data): void
  close(): void
}

const heightPx = 220
/** What the axis of time has at least: the first reading alone would be no stretch of time. */
const windowMinS = 60
// Lines differ in more than their colour.
const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [14, 4]]

export function openPlot(place: HTMLElement, looks: Looks, data: Data): Plot {
  const [ink, grid] = [colourOf(place, '--soft'), colourOf(place, '--line')]
  const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 }, font: fontOf(place) }
  const widthOf = () => Math.max(160, place.clientWidth)
  const plot = new UPlot({
    width: widthOf(),
    height: heightPx,
    legend: { show: false },
    cursor: { show: false },
    series: [
      {},
      ...looks.lines.map((label, i) => ({
        label, width: 2, stroke: colourOf(place, `--line-${(i % 6) + 1}`), dash: dashes[i % dashes.length]!,
        points: { show: false }, spanGaps: true,
      })),
    ],
    scales: {
      x: looks.x === 'time'
        ? { time: true, range: (_, min, max) => [Math.min(min, max - windowMinS), max] }
        : { time: false },
      y: looks.isLog
        ? { distr: 3 }
        : { range: (_, min, max) => [Math.min(0, min ?? 0), Math.max(1, (max ?? 0) * 1.1)] },
    },
    axes: [{ ...axis, ...marksOf(looks.x) }, { ...axis, size: 56 }],
  }, aligned(data), place)
  const resized = new ResizeObserver(() => plot.setSize({ width: widthOf(), height: heightPx }))
  resized.observe(place)
  return {
    show: (to) => plot.setData(aligned(to)),
    close: () => {
      resized.disconnect()
      plot.destroy()
    },
  }
}

function marksOf(x: Looks['x']): Partial<UPlot.Axis> {
  switch (x) {
    case 'time':
      return { values: (_, all) => all.map((s) => new Date(s * 1000).toTimeString().slice(0, 8)), space: 80 }
    case 'seconds':
      return { values: (_, all) => all.map((s) => `${s} s`) }
    case 'nines':
      return {
        splits: () => [0, 0.301, 1, 2, 3, 4, 5],
        values: (_, all) => all.map((n) => n >= 5 ? '100 %' : `${+(100 - 100 * 10 ** -n).toFixed(2)} %`),
      }
  }
}

function aligned(data: Data): UPlot.AlignedData {
  return data as UPlot.AlignedData
}

// A canvas knows no custom properties, and none that differ by theme.
function colourOf(place: HTMLElement, property: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${property})`
  place.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function fontOf(place: HTMLElement): string {
  return `12px ${getComputedStyle(place).fontFamily}`
}
