import { useEffect, useState } from 'preact/hooks'
import type { CallDetails, CallMedia } from '../../../../cecsim-js/src/contract.js'
import { CecSimError } from '../../../../cecsim-js/src/error.js'
import { useAsked, useDoing } from '../asked'
import { Answered, Moment, Rows } from '../parts'
import { usePlace } from '../place'
import { hashOf } from '../route'
import { save } from '../save'
import { filled, useTexts } from '../texts'
import { PushEvent } from './calls'
import { LadderView } from './ladder'

export function CallView({ call }: { call: CallDetails }) {
  const t = useTexts()
  const { space, live } = usePlace()
  const told = [live.told.callEvent, live.told.media, live.told.call, live.told.request]
  const ladder = useAsked(() => space.calls.ladder(call.id), [space, call.id], { told })
  const everyMs = call.state === 'ended' || call.state === 'dropped' ? undefined : 1000
  const customer = useAsked(() => orNone(space.calls.media(call.id)), [space, call.id], { told, everyMs })
  const agent = useAsked(() => orNone(space.calls.agentMedia(call.id)), [space, call.id], { told, everyMs })
  return (
    <>
      <p><a href={hashOf({ view: 'calls', space: space.name })}>← {t.back}</a></p>
      <dl class="facts">
        <dt>{t.id}</dt><dd>{call.id}</dd>
        <dt>{t.user}</dt><dd class="text">{call.userId}</dd>
        <dt>{t.state}</dt><dd>{call.state}</dd>
        <dt>{t.queue}</dt><dd class="text">{call.queue ?? '–'}</dd>
        <dt>{t.agent}</dt><dd>{call.workNo ?? '–'}</dd>
      </dl>
      <PushEvent call={call} />
      <h3>{t.ladder}</h3>
      <Answered asked={ladder}>{(value) => <LadderView ladder={value} />}</Answered>
      <h3>{t.events}</h3>
      <Rows label={t.events} columns={[t.time, t.event, t.state, t.remark]} empty={call.events.length === 0}>
        {call.events.map((e) => (
          <tr key={e.number}>
            <td><Moment at={e.at} /></td><td>{e.eventId}</td><td>{e.name}</td>
            <td class="text">{[e.causeId, e.causeDesc].filter((c) => c != null).join(' ')}</td>
          </tr>
        ))}
      </Rows>
      <Answered asked={customer}>{(media) => media && <MediaView title={t.mediaOf.customer} media={media} />}</Answered>
      <Answered asked={agent}>{(media) => media && <MediaView title={t.mediaOf.agent} media={media} />}</Answered>
    </>
  )
}

// That there was no INVITE yet is no mistake.
async function orNone(media: Promise<CallMedia>): Promise<CallMedia | null> {
  try {
    return await media
  } catch (error) {
    if (error instanceof CecSimError && error.code === 'no-media') {
      return null
    }

    throw error
  }
}

function MediaView({ title, media }: { title: string, media: CallMedia }) {
  const t = useTexts()
  return (
    <>
      <h3>{title}</h3>
      <p class="hint">
        {['ICE', media.ice.state, media.ice.remote, 'DTLS', media.dtls.state, media.dtls.profile, media.end, media.why]
          .filter(Boolean).join(' · ')}
      </p>
      <Rows label={title} empty={media.lines.length === 0}
        numbers={[t.packets, t.packetsLost, t.jitter, t.roundTrip]}
        columns={[t.kind, t.codec, t.state, t.packets, t.packetsLost, t.jitter, t.roundTrip, t.level]}>
        {media.lines.map((line) => (
          <tr key={line.mid}>
            <th scope="row">{line.kind}</th>
            <td>{line.codec ?? '–'}</td>
            <td>{line.direction}</td>
            <td class="number">{line.packetsIn} ↓ {line.packetsOut} ↑</td>
            <td class="number">{line.lostIn} ↓ {line.lostOut ?? '–'} ↑</td>
            <td class="number">{line.jitterMs.toFixed(1)} ms</td>
            <td class="number">{line.roundTripMs == null ? '–' : `${line.roundTripMs.toFixed(1)} ms`}</td>
            <td>{line.level == null
              ? '–'
              : <meter min={-127} max={0} value={line.level} aria-label={t.level}>{`${line.level} dBov`}</meter>}
            </td>
          </tr>
        ))}
      </Rows>
      {media.recording && <Recordings callId={media.callId} recording={media.recording} />}
    </>
  )
}

/** What the server has recorded: to hear here, or to save. */
function Recordings({ callId, recording }: { callId: number, recording: NonNullable<CallMedia['recording']> }) {
  const t = useTexts()
  const { space } = usePlace()
  const [heard, setHeard] = useState<{ mid: string, url: string }>()
  const { doing, refused, act } = useDoing(() => {})
  useEffect(() => () => {
    if (heard) {
      URL.revokeObjectURL(heard.url)
    }
  }, [heard])
  const read = async (mid: string) => await space.calls.recording(callId, mid) as Uint8Array<ArrayBuffer>
  return (
    <>
      <h4>{t.recording}</h4>
      <p class="actions">
        {recording.files.map((file) => (
          <span key={file.mid}>
            {/\.(wav|ogg)$/.test(file.path) && (
              <button type="button" class="second small" disabled={doing} onClick={() => act(async () => {
                const type = file.path.endsWith('.ogg') ? 'audio/ogg' : 'audio/wav'
                const url = URL.createObjectURL(new Blob([await read(file.mid)], { type }))
                setHeard({ mid: file.mid, url })
              })}>{filled(t.hear, file.mid)}</button>
            )}{' '}
            <button type="button" class="second small" disabled={doing} onClick={() => act(async () =>
              save(file.path.split(/[\\/]/).at(-1)!, await read(file.mid), 'application/octet-stream'))}>
              {filled(t.saveRecording, file.mid)}
            </button>
          </span>
        ))}
      </p>
      {heard && <audio controls autoplay src={heard.url} aria-label={filled(t.hear, heard.mid)} />}
      {recording.failure && <p class="text">{recording.failure}</p>}
      <p role="alert">{refused}</p>
    </>
  )
}
