// The editor of the workbench, in a script of its own: nobody else has to load it.
import {
  autocompletion, type CompletionContext, type CompletionResult, completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { ScenarioMistake } from '../../../../cecsim-js/src/contract.js'
import { offersAt, type Schema } from './completion'

declare const SCENARIO_SCHEMA: Schema

export interface Editor {
  /** Takes the place of all that stands there; can be undone. */
  write(text: string): void
  show(mistakes: readonly ScenarioMistake[]): void
  goTo(line: number, column: number): void
  close(): void
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--soft)' },
])

const looks = EditorView.theme({
  '&': { backgroundColor: 'var(--ground)', color: 'var(--ink)', height: '100%', fontSize: '14px' },
  '&.cm-focused': { outline: '3px solid var(--link)', outlineOffset: '-3px' },
  '.cm-content': { fontFamily: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'light-dark(#eef3fb, #1f2937)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'light-dark(#cfe0fb, #2d4263)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--field)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'light-dark(#1d5fd0, #2f6fe0)', color: '#fff',
  },
  '.cm-completionInfo': { maxWidth: '24rem' },
})

/**
 * @param label what it is, for whoever does not see it
 * @param change called with the text after each change of it
 */
export function openEditor(place: HTMLElement, label: string, text: string, change: (text: string) => void): Editor {
  // In a tree of its own its styles are no part of the page, whose policy takes none from scripts.
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), history(), drawSelection(), indentOnInput(),
        yaml(), syntaxHighlighting(colours), lintGutter(), looks,
        autocompletion({ override: [offers], icons: false }),
        // Tab stays the page's, so that nobody is caught in here.
        keymap.of([
          { key: 'Mod-]', run: indentMore }, { key: 'Mod-[', run: indentLess },
          ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of((u) => u.docChanged && change(u.state.doc.toString())),
      ],
    }),
  })
  return {
    write: (to) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: to } }),
    show: (mistakes) => view.dispatch(setDiagnostics(view.state, mistakes.map((m) => diagnosticOf(m, view.state)))),
    goTo: (line, column) => {
      const from = offsetOf(view.state, line, column)
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
      view.focus()
    },
    close: () => view.destroy(),
  }
}

function offers(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w.-]*$/)
  if (!word || (word.from === word.to && !context.explicit)) {
    return null
  }

  const { doc } = context.state
  const line = doc.lineAt(word.from)
  const lines = doc.toString().split('\n')
  const found = offersAt(SCENARIO_SCHEMA, lines, line.number - 1, word.from - line.from)
  return {
    from: word.from,
    validFor: /^[\w.-]*$/,
    options: found.map((o) => ({
      label: o.text, info: o.about || undefined!, apply: o.isKey ? `${o.text}: ` : o.text,
      type: o.isKey ? 'property' : 'enum',
    })),
  }
}

function diagnosticOf(mistake: ScenarioMistake, state: EditorState): Diagnostic {
  const from = offsetOf(state, mistake.line, mistake.column)
  const word = /^[^\s,:\]}]+/.exec(state.doc.lineAt(from).text.slice(from - state.doc.lineAt(from).from))
  return {
    from, to: from + (word?.[0].length ?? 0), severity: mistake.isWarning ? 'warning' : 'error',
    message: mistake.message + (mistake.didYouMean ? ` → ${mistake.didYouMean}` : ''),
  }
}

// A text that has changed since may be shorter.
function offsetOf(state: EditorState, line: number, column: number): number {
  const { from, to } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines))
  return Math.min(from + Math.max(column - 1, 0), to)
}
