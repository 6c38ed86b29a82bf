import { byId, say } from './elements'
import type { Texts } from './texts'

export type Note = (texts: Texts) => string

export type NoteKind = 'trouble' | 'refusal' | 'outcome'

/** The most pressing thing to be read. Each is kept as what is meant, and said in the language of the moment. */
export class Notes {
  readonly #kept: Record<NoteKind, Note | null> = {
    trouble: null, refusal: null, outcome: null,
  }

  set(kind: NoteKind, note: Note | null): void {
    this.#kept[kind] = note
  }

  show(texts: Texts): string {
    const note = this.#kept.trouble ?? this.#kept.refusal ?? this.#kept.outcome
    const text = note?.(texts) ?? ''
    if (text !== byId('note').textContent) {
      say('note', text)
      byId('note').scrollIntoView({ block: 'nearest' })
    }
    return text
  }
}
