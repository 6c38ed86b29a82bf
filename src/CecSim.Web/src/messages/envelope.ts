/** An agent event as CC-Gateway writes it. */
export interface Envelope {
  message: string
  retcode: string
  event: { eventType: string; eventGenTime: number; workNo: string; content: unknown }
}

export function isEnvelope(value: unknown): value is Envelope {
  const event = (value as Partial<Envelope> | null)?.event
  return typeof event === 'object' && event !== null && typeof event.eventType === 'string'
}
