import type { Language } from '../messages/language'

export interface DemoTexts {
  title: string
  about: string
  customerPage: string
  deviceCheck: string
  otherLanguage: string
  who: string
  load: string
  call: string
  fate: string
  phone: string
  phoneHere: string
  key: string
  useKey: string
  keyWanted: string
  number: string
  dial: string
  /** {} is the account, which is registered or not. */
  registering: string
  registered: string
  registrationRefused: string
  registrationLost: string
  phoneOff: string
  noPhone: string
  noAccounts: string
  incoming: string
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
    customerPage: 'Customer',
    deviceCheck: 'Device check',
    otherLanguage: '中文',
    who: '1. Who sits here',
    load: 'Load the connection bar',
    call: '2. Call with one click',
    fate: 'What becomes of a number, the scenario\'s "outbound" says; without a rule it answers.',
    phone: '3. The agent\'s phone',
    phoneHere: 'Phone in this page',
    key: 'Control key of the server',
    useKey: 'Use it',
    keyWanted: 'This server is open to others, so it asks for its control key.',
    number: 'Number',
    dial: 'Dial at the phone',
    registering: 'The phone of {} registers …',
    registered: 'The phone of {} is registered: calls of this agent ring here.',
    registrationRefused: 'The server has refused the phone of {}.',
    registrationLost: 'The connection of the phone is lost; it tries again by itself.',
    phoneOff: 'This page is no phone. Tick the box, or register a softphone of your own.',
    noPhone: 'Agent {} has no softphone account in this scenario (sipAccount, sipPassword).',
    noAccounts: 'The scenario has no agent with an account (accountCode).',
    incoming: 'Incoming call: {}',
    log: '4. What the bar tells this page',
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
    customerPage: '客户',
    deviceCheck: '设备检查',
    otherLanguage: 'English',
    who: '1. 谁在这里',
    load: '加载接续条',
    call: '2. 一键外呼',
    fate: '号码的呼叫结果由场景的“outbound”决定；没有规则时会接听。',
    phone: '3. 座席话机',
    phoneHere: '在此页面使用话机',
    key: '服务器的控制密钥',
    useKey: '使用',
    keyWanted: '此服务器对他人开放，因此需要其控制密钥。',
    number: '号码',
    dial: '用话机拨号',
    registering: '话机 {} 正在注册…',
    registered: '话机 {} 已注册：该座席的来电在此振铃。',
    registrationRefused: '服务器拒绝了话机 {}。',
    registrationLost: '话机的连接已断开；会自动重试。',
    phoneOff: '此页面没有话机。请勾选，或注册您自己的软电话。',
    noPhone: '此场景中座席 {} 没有软电话账号（sipAccount、sipPassword）。',
    noAccounts: '场景中没有带账号的座席（accountCode）。',
    incoming: '来电：{}',
    log: '4. 接续条告诉此页面的事件',
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
