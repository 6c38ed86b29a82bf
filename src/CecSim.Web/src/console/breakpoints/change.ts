import type { HeldMessage, MessageRelease } from '../../../../cecsim-js/src/contract.js'
import type { PauseStage } from '../../../../cecsim-js/src/space/breakpoints.js'

/** What a message is let go with: only what is other than it has. */
export function changeOf(held: HeldMessage, status: string, body: string): MessageRelease {
  const isAnswer = held.stage === 'answer'
  return {
    ...(status === '' || isAnswer && Number(status) === held.status ? {} : { status: Number(status) }),
    ...(body === (isAnswer ? held.body?.text ?? '' : '') ? {} : { body }),
  }
}

/** What a fault pauses; undefined where it is no breakpoint. */
export function stageOf(inject: unknown): PauseStage | undefined {
  return inject === 'pauseEvent' ? 'event'
    : inject === 'pauseInvite' ? 'invite'
    : typeof inject === 'object' && inject !== null && 'pause' in inject
      ? inject.pause === 'answer' ? 'answer' : 'request'
      : undefined
}
