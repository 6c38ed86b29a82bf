import { expect, it } from 'vitest'
import html from './device-check.html?raw'
import { deviceTexts } from './device-texts'
import { check } from './devices'

function having(...kinds: string[]) {
  return {
    getUserMedia: () => Promise.reject(new Error()),
    enumerateDevices: () => Promise.resolve(kinds.map((kind) => ({ kind }) as MediaDeviceInfo)),
  }
}

it.each([
  [['audioinput', 'audiooutput', 'videoinput'], true, null],
  [['audioinput', 'audiooutput'], true, null],
  [['audioinput'], true, 'Missing a speaker! Please connect one and reload'],
  [['audioinput'], false, null],
  [['audiooutput', 'videoinput'], true, 'Missing a microphone! Please connect one and reload'],
  [[], true, 'Missing a speaker! Please connect one and reload'],
  [[], false, 'Missing a microphone! Please connect one and reload'],
])('judges %j, in a browser that tells of speakers: %s, as the guide does', async (kinds, tellsOfSpeakers, fault) => {
  const [devices, found] = await check({ mediaDevices: having(...kinds), tellsOfSpeakers })

  expect(found).toBe(fault)
  expect(devices!.camera).toBe(kinds.includes('videoinput'))
})

it('finds no WebRTC where a page has no media devices, as over plain HTTP', async () => {
  expect(await check({ mediaDevices: undefined, tellsOfSpeakers: true })).toEqual([null, 'WebRTC is not supported'])
})

it('says everything in both languages, and has the English words in the page', () => {
  expect(Object.values(deviceTexts).flatMap((texts) => Object.values(texts)).filter((t) => t.trim() === '')).toEqual([])
  document.documentElement.innerHTML = html.replace(/<link[^>]*>/g, '')
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    expect(element.textContent).toBe(deviceTexts.en[element.dataset.text as keyof typeof deviceTexts.en])
  }
})
