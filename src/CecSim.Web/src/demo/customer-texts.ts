import type { Language } from '../messages/language'

/** What a space lacks for a conversation, as the server says it. */
export type Lack = 'voiceQueue' | 'videoQueue' | 'agent' | 'account' | 'scripted' | 'wss' | 'clock'

export interface CustomerTexts {
  title: string
  about: string
  agentPage: string
  otherLanguage: string
  devices: string
  camera: string
  microphone: string
  speaker: string
  there: string
  missing: string
  again: string
  reach: string
  name: string
  key: string
  keyWanted: string
  voice: string
  video: string
  chat: string
  call: string
  text: string
  message: string
  send: string
  endChat: string
  wire: string
  wireHint: string
  good: string
  voiceOnly: string
  bad: string
  moment: string
  queued: string
  connecting: string
  transferred: string
  released: string
  queueTimeout: string
  failed: string
  unsupported: string
  /** {} is the server's own word. */
  refused: string
  refusals: Record<string, string>
  lost: string
  chatConnecting: string
  chatOpen: string
  chatOver: string
  you: string
  /** {} is the name of this scenario. */
  lacks: Record<Lack, string>
}

export const customerTexts: Record<Language, CustomerTexts> = {
  en: {
    title: 'Customer',
    about: 'A page of an enterprise on which a customer calls or writes, as chapter 5 of the access guides has it.',
    agentPage: 'Agent desktop',
    otherLanguage: '中文',
    devices: '1. Your devices',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Speaker',
    there: 'found',
    missing: 'missing',
    again: 'Check again',
    reach: '2. Reach the contact centre',
    name: 'Your name',
    key: 'Control key of the server',
    keyWanted: 'This server is open to others, so it asks for its control key.',
    voice: 'Voice call',
    video: 'Video call',
    chat: 'Text chat',
    call: '3. The call',
    text: '4. Text chat',
    message: 'Message',
    send: 'Send',
    endChat: 'End the chat',
    wire: 'On the wire',
    wireHint: 'What this page and the server have just told each other, the newest first.',
    good: 'Ready for voice and video',
    voiceOnly: 'Ready for voice',
    bad: 'Not ready',
    moment: 'One moment …',
    queued: 'You are in the queue.',
    connecting: 'An agent is there.',
    transferred: 'You are passed on.',
    released: 'The call is over.',
    queueTimeout: 'Nobody had time: the queue has given up.',
    failed: 'The call has failed: {}',
    unsupported: 'Tenant or channel have no click-to-dial: checkClickToCallSupport says so.',
    refused: 'The server has refused it: {}',
    refusals: {
      7: 'This channel has no click-to-dial.',
      12: 'It is outside of the working hours.',
      13: 'Nobody can take the call now: no agent is signed in, or a call is there already.',
    },
    lost: 'The server does not answer.',
    chatConnecting: 'The chat begins …',
    chatOpen: 'Write a message.',
    chatOver: 'The chat is over.',
    you: 'You',
    lacks: {
      voiceQueue: 'The scenario has no queue for voice calls (type voiceClickToDial).',
      videoQueue: 'The scenario has no queue for video calls (type videoClickToDial).',
      agent: 'The scenario has no agents.',
      account: 'No agent has an account and a softphone (accountCode, sipAccount, sipPassword): no phone can ring.',
      scripted: 'In this scenario a script decides about calls: you hear the gateway, and no agent\'s phone rings. '
        + 'Start the server with --scenario two-tabs to talk to an agent.',
      wss: 'The scenario wants wss: open this page by HTTPS.',
      clock: 'The time of this space stands still: nothing happens until somebody moves it (cecsim clock).',
    },
  },
  zh: {
    title: '客户',
    about: '企业的页面：客户在此呼叫或发消息，按接入指南第 5 章构建。',
    agentPage: '座席桌面',
    otherLanguage: 'English',
    devices: '1. 您的设备',
    camera: '摄像头',
    microphone: '麦克风',
    speaker: '扬声器',
    there: '已找到',
    missing: '缺少',
    again: '重新检查',
    reach: '2. 联系联络中心',
    name: '您的姓名',
    key: '服务器的控制密钥',
    keyWanted: '此服务器对他人开放，因此需要其控制密钥。',
    voice: '语音通话',
    video: '视频通话',
    chat: '文字聊天',
    call: '3. 通话',
    text: '4. 文字聊天',
    message: '消息',
    send: '发送',
    endChat: '结束聊天',
    wire: '线路上',
    wireHint: '此页面与服务器刚刚交换的内容，最新的在最前。',
    good: '可进行语音和视频通话',
    voiceOnly: '可进行语音通话',
    bad: '尚不可用',
    moment: '请稍候…',
    queued: '您正在排队。',
    connecting: '座席已就位。',
    transferred: '您正被转接。',
    released: '通话已结束。',
    queueTimeout: '无人有空：排队已超时。',
    failed: '呼叫失败：{}',
    unsupported: '租户或渠道不支持点击通话：checkClickToCallSupport 如此应答。',
    refused: '服务器已拒绝：{}',
    refusals: {
      7: '此渠道不支持点击通话。',
      12: '不在工作时间内。',
      13: '现在无人能接听：没有座席签入，或已有一个呼叫。',
    },
    lost: '服务器无响应。',
    chatConnecting: '正在开始聊天…',
    chatOpen: '请输入消息。',
    chatOver: '聊天已结束。',
    you: '您',
    lacks: {
      voiceQueue: '场景中没有语音通话队列（类型 voiceClickToDial）。',
      videoQueue: '场景中没有视频通话队列（类型 videoClickToDial）。',
      agent: '场景中没有座席。',
      account: '没有座席同时有账号和软电话（accountCode、sipAccount、sipPassword）：没有话机会振铃。',
      scripted: '此场景的呼叫由脚本决定：您会听到网关，座席话机不会振铃。要与座席通话，请用 --scenario two-tabs 启动服务器。',
      wss: '场景要求 wss：请通过 HTTPS 打开此页面。',
      clock: '此空间的时间静止：在有人推进时间之前（cecsim clock）不会发生任何事。',
    },
  },
}
