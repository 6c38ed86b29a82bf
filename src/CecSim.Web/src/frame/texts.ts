import type { AgentState, Choice } from './agent'

export interface Texts {
  bar: string
  states: Record<AgentState, string>
  choices: Record<Choice, string>
  agent: string
  status: string
  close: string
  otherLanguage: string
  incoming: string
  outgoing: string
  voice: string
  video: string
  answer: string
  decline: string
  hangUp: string
  hold: string
  retrieve: string
  mute: string
  unmute: string
  transfer: string
  transferTo: string
  transferNow: string
  cancel: string
  number: string
  numberHint: string
  callVoice: string
  callVideo: string
  idle: string
  offline: string
  lost: string
  signedOff: string
  refusals: Record<string, string>
  refused: string
}

export const en: Texts = {
  bar: 'Connection bar',
  states: {
    signedOut: 'Offline', ready: 'Ready', notReady: 'Busy', resting: 'Resting', working: 'Working',
    wrapUp: 'Wrap-up', dialing: 'Calling', ringing: 'Ringing', talking: 'Talking', holding: 'On hold',
  },
  choices: {
    signIn: 'Sign in', ready: 'Ready', busy: 'Busy', rest: 'Rest', work: 'Working', signOut: 'Sign out',
  },
  agent: 'Agent',
  status: 'Status',
  close: 'Close the connection bar',
  otherLanguage: '中文',
  incoming: 'Incoming call',
  outgoing: 'Outgoing call',
  voice: 'Voice',
  video: 'Video',
  answer: 'Answer',
  decline: 'Decline',
  hangUp: 'Hang up',
  hold: 'Hold',
  retrieve: 'Resume',
  mute: 'Mute',
  unmute: 'Unmute',
  transfer: 'Transfer',
  transferTo: 'Transfer to',
  transferNow: 'Transfer now',
  cancel: 'Cancel',
  number: 'Number to call',
  numberHint: 'Phone number',
  callVoice: 'Voice call',
  callVideo: 'Video call',
  idle: 'No call',
  offline: 'Sign in to take and make calls.',
  lost: 'No connection to the server. Trying again…',
  signedOff: 'This page is not signed on to the contact centre. Reload it; if that does not help, allow its cookies.',
  refusals: {
    SignedOut: 'Sign in first.',
    AlreadySignedIn: 'You are signed in already.',
    NotIdle: 'Not in this status.',
    InCall: 'Not during a call.',
    NoCall: 'There is no call.',
    NoCallRings: 'The call is over.',
    NotTransferable: 'A call that you made cannot be transferred.',
  },
  refused: 'That was not possible.',
}

export const zh: Texts = {
  bar: '接续条',
  states: {
    signedOut: '离线', ready: '空闲', notReady: '示忙', resting: '休息', working: '工作', wrapUp: '整理',
    dialing: '呼出中', ringing: '振铃', talking: '通话中', holding: '保持',
  },
  choices: { signIn: '签入', ready: '示闲', busy: '示忙', rest: '休息', work: '工作', signOut: '签出' },
  agent: '座席',
  status: '状态',
  close: '关闭接续条',
  otherLanguage: 'English',
  incoming: '来电',
  outgoing: '去电',
  voice: '语音',
  video: '视频',
  answer: '接听',
  decline: '拒接',
  hangUp: '挂断',
  hold: '保持',
  retrieve: '取回',
  mute: '静音',
  unmute: '取消静音',
  transfer: '转移',
  transferTo: '转移到',
  transferNow: '立即转移',
  cancel: '取消',
  number: '外呼号码',
  numberHint: '电话号码',
  callVoice: '语音呼叫',
  callVideo: '视频呼叫',
  idle: '当前无通话',
  offline: '签入后可接听和外呼。',
  lost: '与服务器的连接已断开，正在重试…',
  signedOff: '此页面未登录到呼叫中心。请刷新页面；若仍无效，请允许使用 Cookie。',
  refusals: {
    SignedOut: '请先签入。',
    AlreadySignedIn: '您已签入。',
    NotIdle: '当前状态下不可用。',
    InCall: '通话中不可用。',
    NoCall: '当前没有通话。',
    NoCallRings: '来电已结束。',
    NotTransferable: '外呼的通话不能转移。',
  },
  refused: '操作失败。',
}

/** Chinese for all its kinds, English for everybody else. */
export function textsFor(lang: string): Texts {
  return /^zh\b/i.test(lang) ? zh : en
}
