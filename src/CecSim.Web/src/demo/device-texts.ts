import type { Language } from '../messages/language'

/** The guide's own three errors are English everywhere, and stand in no table. */
export interface DeviceTexts {
  title: string
  about: string
  otherLanguage: string
  devices: string
  camera: string
  microphone: string
  speaker: string
  there: string
  missing: string
  again: string
  allowed: string
  asks: string
  ask: string
  works: string
  worksNot: string
  good: string
  voiceOnly: string
  bad: string
}

export const deviceTexts: Record<Language, DeviceTexts> = {
  en: {
    title: 'Device check',
    about: 'What a customer\'s browser has for a call, as chapter 5, step 2 of the access guides checks it.',
    otherLanguage: '中文',
    devices: 'Devices',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Speaker',
    there: 'found',
    missing: 'missing',
    again: 'Check again',
    allowed: 'Whether this page may use them',
    asks: 'The browser asks you; nothing is recorded and nothing is sent.',
    ask: 'Try microphone and camera',
    works: 'They work:',
    worksNot: 'They cannot be used:',
    good: 'Ready for voice and video',
    voiceOnly: 'Ready for voice',
    bad: 'Not ready',
  },
  zh: {
    title: '设备检查',
    about: '按接入指南第 5 章步骤 2 检查客户浏览器的通话设备。',
    otherLanguage: 'English',
    devices: '设备',
    camera: '摄像头',
    microphone: '麦克风',
    speaker: '扬声器',
    there: '已找到',
    missing: '缺少',
    again: '重新检查',
    allowed: '此页面能否使用这些设备',
    asks: '浏览器会询问您；不会录制，也不会发送任何内容。',
    ask: '试用麦克风和摄像头',
    works: '可以使用：',
    worksNot: '无法使用：',
    good: '可进行语音和视频通话',
    voiceOnly: '可进行语音通话',
    bad: '尚不可用',
  },
}
