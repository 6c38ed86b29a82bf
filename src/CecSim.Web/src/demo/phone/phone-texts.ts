import type { Language } from '../../messages/language'
import type { CallEnd, CallState } from './sip-phone'

export interface PhoneTexts {
  youHear: string
  youSay: string
  hangUp: string
  mute: string
  hold: string
  answer: string
  answerVideo: string
  decline: string
  keypad: string
  star: string
  pound: string
  states: Record<CallState, string>
  /** {} is who calls. */
  callOf: string
  onHoldHere: string
  onHoldThere: string
  muted: string
  endedHere: string
  endedThere: string
  ends: Record<number, string>
  endOther: string
  connectionLost: string
  noMedia: string
  mediaLost: string
  /** {} is the browser's own name of the error. */
  noMicrophone: string
  notSecure: string
}

export const phoneTexts: Record<Language, PhoneTexts> = {
  en: {
    youHear: 'You hear',
    youSay: 'You are heard',
    hangUp: 'Hang up',
    mute: 'Mute',
    hold: 'Hold',
    answer: 'Answer',
    answerVideo: 'Answer with camera',
    decline: 'Decline',
    keypad: 'Keypad',
    star: 'star',
    pound: 'pound',
    states: {
      none: 'No call.',
      calling: 'Calling …',
      alerting: 'It rings at the other side.',
      ringing: 'A call comes in.',
      answering: 'The call is being connected …',
      talking: 'You are talking.',
    },
    callOf: 'A call comes in: {}',
    onHoldHere: 'You have put the call on hold.',
    onHoldThere: 'The other side has put the call on hold.',
    muted: 'Nobody hears you.',
    endedHere: 'You have hung up.',
    endedThere: 'The other side has hung up.',
    ends: {
      403: 'The call was refused.',
      404: 'Nobody has this number.',
      480: 'Nobody could be reached.',
      486: 'The other side is busy.',
      487: 'The call was taken back.',
      488: 'These media are not possible.',
      503: 'The server cannot take the call now.',
      603: 'The call was declined.',
    },
    endOther: 'The call could not be made.',
    connectionLost: 'The connection to the gateway was lost.',
    noMedia: 'The browser could not begin the media of the call.',
    mediaLost: 'No way for sound and picture was found, or it was lost. '
      + 'For Firefox the server has to be started with --media-bind 0.0.0.0.',
    noMicrophone: 'The microphone or camera cannot be used: {}',
    notSecure: 'Browsers give this page no microphone: open it by HTTPS, or as 127.0.0.1 on this machine.',
  },
  zh: {
    youHear: '您听到的',
    youSay: '对方听到的',
    hangUp: '挂断',
    mute: '静音',
    hold: '保持',
    answer: '接听',
    answerVideo: '用摄像头接听',
    decline: '拒接',
    keypad: '拨号键盘',
    star: '星号',
    pound: '井号',
    states: {
      none: '没有通话。',
      calling: '正在呼叫…',
      alerting: '对方正在振铃。',
      ringing: '有来电。',
      answering: '正在接通…',
      talking: '正在通话。',
    },
    callOf: '来电：{}',
    onHoldHere: '您已保持通话。',
    onHoldThere: '对方已保持通话。',
    muted: '对方听不到您。',
    endedHere: '您已挂断。',
    endedThere: '对方已挂断。',
    ends: {
      403: '呼叫被拒绝。',
      404: '没有此号码。',
      480: '无人可接通。',
      486: '对方忙。',
      487: '呼叫已取消。',
      488: '无法使用这些媒体。',
      503: '服务器现在无法接受呼叫。',
      603: '对方已拒接。',
    },
    endOther: '无法建立呼叫。',
    connectionLost: '与网关的连接已断开。',
    noMedia: '浏览器无法开始通话媒体。',
    mediaLost: '没有找到声音和画面的通路，或通路已断开。使用 Firefox 时，服务器须以 --media-bind 0.0.0.0 启动。',
    noMicrophone: '无法使用麦克风或摄像头：{}',
    notSecure: '浏览器不向此页面提供麦克风：请通过 HTTPS 打开，或在本机用 127.0.0.1 打开。',
  },
}

/** What became of a call, in words. */
export function wordsOfEnd({ by, cause, status }: CallEnd, texts: PhoneTexts): string {
  switch (cause) {
    case 'Connection Error': case 'Request Timeout': return texts.connectionLost
    case 'RTP Timeout': return texts.mediaLost
    case 'WebRTC Error': case 'User Denied Media Access': case 'Bad Media Description': return texts.noMedia
  }
  if (status !== null && status >= 300) {
    return texts.ends[status] ?? `${texts.endOther} (${status})`
  }
  return by === 'here' ? texts.endedHere : texts.endedThere
}
