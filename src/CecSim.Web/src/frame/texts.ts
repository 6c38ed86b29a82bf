import { languageOf } from '../messages/language'
import type { AgentState, CallEnd, Choice } from './agent'

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
  help: string
  helpAsked: string
  transfer: string
  transferTo: string
  transferNow: string
  transferNumber: string
  consult: string
  complete: string
  confer: string
  comeBack: string
  cancel: string
  number: string
  numberHint: string
  callVoice: string
  callVideo: string
  numberWrong: string
  idle: string
  offline: string
  resume: string
  alerts: string
  elsewhere: string
  takeOver: string
  /** What became of a call; {} is its number. Nothing of what the person did without surprise. */
  ends: Partial<Record<CallEnd, string>>
  lost: string
  noNetwork: string
  serverError: string
  sessionOver: string
  cookies: string
  cookiesSameHost: string
  cookiesHttps: string
  cookiesAllow: string
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
  help: 'Help',
  helpAsked: 'Help asked for',
  transfer: 'Transfer',
  transferTo: 'Transfer to',
  transferNow: 'Transfer now',
  transferNumber: 'or to a number',
  consult: 'Talk first',
  complete: 'Hand over',
  confer: 'Conference',
  comeBack: 'Back to customer',
  cancel: 'Cancel',
  number: 'Number to call',
  numberHint: 'Phone number',
  callVoice: 'Voice call',
  callVideo: 'Video call',
  numberWrong: 'Digits only, with + in front, * and #: letters cannot be dialed.',
  idle: 'No call',
  offline: 'Sign in to take and make calls.',
  resume: 'Take calls again',
  alerts: 'Ring and notify me of calls',
  elsewhere: 'The connection bar of this agent is open in another page. Calls are taken there.',
  takeOver: 'Use it here',
  ends: {
    busy: '{} is busy.',
    noAnswer: '{} did not answer.',
    wrongNumber: '{} cannot be reached: the number may be wrong.',
    missed: 'Missed call from {}. You are busy now, and get no calls until you are ready again.',
    declined: 'You declined the call from {}. You are busy now, and get no calls until you are ready again.',
    callerGaveUp: '{} hung up before you answered.',
    customerHungUp: '{} hung up.',
    handedOn: 'The call with {} was transferred.',
  },
  lost: 'The server does not answer. Trying again…',
  noNetwork: 'This computer has no network. Trying again…',
  serverError: 'The server answers with error {}. Trying again…',
  sessionOver: 'The server has ended this session, as when it was restarted. Reload the page.',
  cookies: 'This page is not signed on to the contact centre: the browser did not allow its cookies.',
  cookiesSameHost: 'Load the connection bar from {}, the host name that this page has.',
  cookiesHttps: 'Load the connection bar from its https:// address: over http:// browsers keep no cookies of {}.',
  cookiesAllow: 'Allow cookies of third parties for {} in the browser.',
  refusals: {
    Unknown: 'The server knows no such agent.',
    SignedOut: 'Sign in first.',
    AlreadySignedIn: 'You are signed in already.',
    NotIdle: 'Not in this status.',
    InCall: 'Not during a call.',
    NoCall: 'There is no call.',
    NoCallRings: 'The call is over.',
    NotHolding: 'The call is not on hold.',
    NotBusy: 'You are not busy.',
    NotResting: 'You are not resting.',
    NotWorking: 'You are not working.',
    NotTransferable: 'A call that you made cannot be transferred.',
    QueueUnknown: 'There is no such queue.',
    QueueOfOtherType: 'That queue is of another type than the call.',
    RoleMayNotDecline: 'Your role may answer and transfer calls, not reject them.',
    QueueClosed: 'Nobody of that queue is on duty.',
    QueueFull: 'That queue is full.',
    TargetUnknown: 'Nobody has that number.',
    TargetIsSelf: 'That is your own number.',
    TargetSignedOut: 'That agent is not signed in.',
    TargetBusy: 'That agent takes no calls now.',
    TargetOfOtherType: 'That agent does not take calls of this type.',
    TargetTakesNoCalls: 'That agent is a quality checker and takes no calls.',
    NumberWrong: 'That is no number that can be dialed.',
    RoleMayNotCallOut: 'Your role may not call numbers.',
    TransferUnderWay: 'You have called somebody beside your customer already.',
    NoTransfer: 'You have called nobody beside your customer.',
    SecondDoesNotAnswer: 'Nobody has answered yet.',
    RoleMayNotCheck: 'Only a quality checker may do that.',
    TargetHasNoCall: 'That agent talks with no customer.',
    IvrUnknown: 'There is no such IVR flow.',
    NoSoftphone: 'Log in to your softphone first: it is not registered.',
    NoChat: 'There is no chat with this customer.',
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
  help: '求助',
  helpAsked: '已求助',
  transfer: '转移',
  transferTo: '转移到',
  transferNow: '立即转移',
  transferNumber: '或转移到号码',
  consult: '先咨询',
  complete: '完成转移',
  confer: '三方通话',
  comeBack: '返回客户',
  cancel: '取消',
  number: '外呼号码',
  numberHint: '电话号码',
  callVoice: '语音呼叫',
  callVideo: '视频呼叫',
  numberWrong: '只能输入数字、* 和 #，可以 + 开头；字母无法拨打。',
  idle: '当前无通话',
  offline: '签入后可接听和外呼。',
  resume: '恢复接听',
  alerts: '开启来电铃声和通知',
  elsewhere: '该座席的接续条已在另一个页面打开，请在那里接听。',
  takeOver: '在此页面使用',
  ends: {
    busy: '{} 忙线中。',
    noAnswer: '{} 无人接听。',
    wrongNumber: '{} 无法接通，号码可能有误。',
    missed: '未接来电：{}。您已被置为示忙，示闲之前不会再有来电。',
    declined: '您拒接了 {} 的来电。您已被置为示忙，示闲之前不会再有来电。',
    callerGaveUp: '{} 在您接听前已挂断。',
    customerHungUp: '{} 已挂断。',
    handedOn: '与 {} 的通话已转移。',
  },
  lost: '服务器无响应，正在重试…',
  noNetwork: '本机网络已断开，正在重试…',
  serverError: '服务器返回错误 {}，正在重试…',
  sessionOver: '服务器已结束此会话（例如已重启）。请刷新页面。',
  cookies: '此页面未登录到呼叫中心：浏览器没有保存它的 Cookie。',
  cookiesSameHost: '请从 {} 加载接续条，与本页面使用相同的主机名。',
  cookiesHttps: '请从 https:// 地址加载接续条：通过 http:// 访问时，浏览器不会保存 {} 的 Cookie。',
  cookiesAllow: '请在浏览器中允许 {} 的第三方 Cookie。',
  refusals: {
    Unknown: '服务器上没有该座席。',
    SignedOut: '请先签入。',
    AlreadySignedIn: '您已签入。',
    NotIdle: '当前状态下不可用。',
    InCall: '通话中不可用。',
    NoCall: '当前没有通话。',
    NoCallRings: '来电已结束。',
    NotHolding: '通话未保持。',
    NotBusy: '您未示忙。',
    NotResting: '您未在休息。',
    NotWorking: '您未在工作状态。',
    NotTransferable: '外呼的通话不能转移。',
    QueueUnknown: '没有这个技能队列。',
    QueueOfOtherType: '该技能队列与通话的类型不同。',
    RoleMayNotDecline: '您的角色可以接听和转移来电，不能拒接。',
    QueueClosed: '该技能队列无人值守。',
    QueueFull: '该技能队列已满。',
    TargetUnknown: '没有这个号码。',
    TargetIsSelf: '这是您自己的号码。',
    TargetSignedOut: '该座席未签入。',
    TargetBusy: '该座席现在不能接听。',
    TargetOfOtherType: '该座席不能处理这种类型的通话。',
    TargetTakesNoCalls: '该座席是质检员，不接来电。',
    NumberWrong: '该号码无法拨打。',
    RoleMayNotCallOut: '您的角色不能外呼。',
    TransferUnderWay: '您已在客户之外呼叫了另一方。',
    NoTransfer: '您没有在客户之外呼叫另一方。',
    SecondDoesNotAnswer: '对方尚未应答。',
    RoleMayNotCheck: '只有质检员可以这样做。',
    TargetHasNoCall: '该座席没有与客户通话。',
    IvrUnknown: '没有这个 IVR 流程。',
    NoSoftphone: '软电话尚未注册，请先登录软电话。',
    NoChat: '与该客户没有文字会话。',
  },
  refused: '操作失败。',
}

/** Chinese for all its kinds, English for everybody else. */
export function textsFor(lang: string): Texts {
  return languageOf(lang) === 'zh' ? zh : en
}

/** Sets in what a text is about. */
export function fill(text: string, value: string): string {
  return text.replace('{}', value)
}
