// What JsSIP's declarations are built on, and has none of its own.
declare module 'events' {
  export class EventEmitter {
    on(type: string, listener: (...args: never[]) => void): this
    once(type: string, listener: (...args: never[]) => void): this
  }
}
