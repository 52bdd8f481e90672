import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { DraftFinding } from './draft-messages.ts';

/** A place to write YAML, with line numbers, and with what is wrong underlined. */
export interface YamlEditor {
  readonly getText: () => string;
  readonly setText: (text: string) => void;
  readonly mark: (findings: readonly DraftFinding[]) => void;
  /** Puts the cursor at an offset and shows it. */
  readonly goTo: (offset: number) => void;
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--ink-2)', fontStyle: 'italic' },
]);

const THEME = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'var(--paper)', fontSize: '0.875rem', height: '100%' },
  '&.cm-focused': { outline: '3px solid var(--link)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', minHeight: 'inherit' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { background: 'var(--ground)', color: 'var(--ink-2)', borderRight: '1px solid var(--line)' },
  '.cm-activeLineGutter': { background: 'var(--wash)', color: 'var(--ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--wash)' },
  '.cm-tooltip': { background: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--line)', maxWidth: '60ch' },
  '.cm-diagnostic': { borderLeftWidth: '4px', whiteSpace: 'normal' },
  // The pictures that the package brings are inside its styles, where the content security policy allows none.
  '.cm-lint-marker': { width: '0.6em', height: '0.6em', marginTop: '0.45em', borderRadius: '50%' },
  '.cm-lint-marker-error': { content: 'none', background: 'var(--no)' },
  '.cm-lint-marker-warning': { content: 'none', background: 'var(--limited)' },
  '.cm-lint-marker-info': { content: 'none', background: 'var(--ink-2)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--no) 1.5px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--limited) 1.5px' },
  '.cm-lintRange-info': { backgroundImage: 'none', textDecoration: 'underline dotted var(--ink-2) 1.5px' },
});

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const;

/**
 * Makes the editor in a shadow tree below `host`: there its styles are sheets of the document’s own making, which the
 * content security policy allows, and not elements, which it does not.
 */
export function createYamlEditor(host: HTMLElement, label: string, hear: (text: string) => void): YamlEditor {
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        lintGutter(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        yaml(),
        syntaxHighlighting(COLOURS),
        THEME,
        EditorView.lineWrapping,
        // The Tab key leads on, as everywhere on the page.
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) hear(update.state.doc.toString());
        }),
      ],
    }),
  });
  const clamp = (offset: number): number => Math.min(offset, view.state.doc.length);
  return {
    getText: () => view.state.doc.toString(),
    setText: (text) => {
      if (text !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark: (findings) => {
      const marks = findings
        .filter(({ line }) => line !== undefined)
        .map(({ from, to, severity, reason }) => ({
          from: clamp(from),
          to: clamp(Math.max(from, to)),
          severity: SEVERITIES[severity],
          message: reason,
        }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goTo: (offset) => {
      view.dispatch({ selection: { anchor: clamp(offset) }, scrollIntoView: true });
      view.focus();
    },
  };
}
