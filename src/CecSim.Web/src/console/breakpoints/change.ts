import type { HeldMessage, MessageRelease } from '../../../../cecsim-js/src/contract.js'
import type { PauseStage } from '../../../../cecsim-js/src/space/breakpoints.js'

/** What a message is let go with: only what is other than it has. */
export function changeOf(held: HeldMessage, status: string, body: string): MessageRelease {
  const isAnswer = held.stage === 'answer'
  return {
    ...(status === '' || isAnswer && Number(status) === held.status ? {} : { status: Number(status) }),
    ...(body === (isAnswer ? held.body ?? '' : '') ? {} : { body }),
  }
}

export function isBreakpoint(inject: unknown): boolean {
  return typeof inject === 'string'
    ? inject === 'pauseEvent' || inject === 'pauseInvite'
    : typeof inject === 'object' && inject !== null && 'pause' in inject
}

/** What a fault that is a breakpoint lets stand. */
export function stageOf(inject: unknown): PauseStage {
  return inject === 'pauseEvent' ? 'event'
    : inject === 'pauseInvite' ? 'invite'
    : JSON.stringify(inject).includes('answer') ? 'answer'
    : 'request'
}
