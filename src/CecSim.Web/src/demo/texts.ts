import type { Language } from '../messages/language'

export interface DemoTexts {
  title: string
  about: string
  deviceCheck: string
  otherLanguage: string
  who: string
  load: string
  call: string
  fate: string
  log: string
  time: string
  event: string
  content: string
  nothing: string
  noBar: string
  hasBar: string
  lost: string
  voice: string
  video: string
  /** {} is the number. */
  voiceTo: string
  videoTo: string
}

export const demoTexts: Record<Language, DemoTexts> = {
  en: {
    title: 'Agent desktop',
    about: 'A page of an enterprise with the connection bar in it, as chapter 5 of the document tells to build one.',
    deviceCheck: 'Device check',
    otherLanguage: '中文',
    who: '1. Who sits here',
    load: 'Load the connection bar',
    call: '2. Call with one click',
    fate: 'What becomes of a number, the scenario\'s "outbound" says; without a rule it answers.',
    log: '3. What the bar tells this page',
    time: 'Time',
    event: 'Event',
    content: 'Content',
    nothing: 'Nothing yet.',
    noBar: 'No bar yet',
    hasBar: 'The bar is in the lower right corner',
    lost: 'The server does not answer.',
    voice: 'Voice',
    video: 'Video',
    voiceTo: 'Voice call to {}',
    videoTo: 'Video call to {}',
  },
  zh: {
    title: '座席桌面',
    about: '按文档第 5 章构建、嵌入了接续条的企业页面。',
    deviceCheck: '设备检查',
    otherLanguage: 'English',
    who: '1. 谁在这里',
    load: '加载接续条',
    call: '2. 一键外呼',
    fate: '号码的呼叫结果由场景的“outbound”决定；没有规则时会接听。',
    log: '3. 接续条告诉此页面的事件',
    time: '时间',
    event: '事件',
    content: '内容',
    nothing: '尚无事件。',
    noBar: '尚未加载接续条',
    hasBar: '接续条位于右下角',
    lost: '服务器无响应。',
    voice: '语音',
    video: '视频',
    voiceTo: '语音呼叫 {}',
    videoTo: '视频呼叫 {}',
  },
}
