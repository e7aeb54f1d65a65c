// @ts-check
/**
 * `<text-editor>`: the text of a file with colours, line numbers and the findings of the rules in its margin. It stands in the
 * place of the form's textarea, which stays what is sent; without this script the textarea does alone. Tab indents only
 * where it was asked to: it leaves the editor, as everywhere.
 */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const PAUSE = 500;
/** The rules' weights in the editor's words. */
const SEVERITY = { error: "error", warning: "warning", advice: "info" };

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.atom, tags.bool], color: "var(--risk)" },
  { tag: tags.bracket, color: "var(--muted)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--grid)", borderRadius: "4px" },
  "&.cm-focused": { outline: "2px solid var(--accent)" },
  ".cm-scroller": { font: ".85rem/1.5 var(--mono)", minHeight: "30rem", maxHeight: "75vh" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--band)", color: "var(--muted)", border: "0" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--wash) 60%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent)",
  },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--grid)", maxWidth: "32rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--risk)" },
});

class TextEditor extends HTMLElement {
  connectedCallback() {
    const area = this.querySelector("textarea");
    const form = this.closest("form");
    if (!area || !form || this.view) return;
    const label = form.querySelector(`label[for="${area.id}"]`)?.textContent ?? "";
    const save = () => (form.requestSubmit(), true);
    // The page's policy forbids style elements; inside a shadow the styles are adopted, which it allows.
    const root = this.attachShadow({ mode: "open" });
    this.view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: area.value,
        extensions: [
          lineNumbers(), lintGutter(), history(), drawSelection(), bracketMatching(), highlightActiveLine(),
          EditorView.lineWrapping, StreamLanguage.define(toml), syntaxHighlighting(colours), look,
          EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
          keymap.of([{ key: "Mod-s", run: save, preventDefault: true }, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            area.value = update.state.doc.toString();
            this.soon();
          }),
        ],
      }),
    });
    // What writes into the textarea, such as a browser that fills forms again, is taken over.
    area.addEventListener("input", () => {
      if (area.value !== this.view.state.doc.toString()) {
        this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: area.value } });
      }
    });
    this.check();
  }

  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.check(), PAUSE);
  }

  async check() {
    this.asked?.abort();
    this.asked = new AbortController();
    const text = this.view.state.doc.toString();
    const fields = { csrf: this.dataset.csrf ?? "", text };
    try {
      const answer = await fetch(this.dataset.check ?? "", {
        method: "POST", body: new URLSearchParams(fields), signal: this.asked.signal,
      });
      if (!answer.ok || this.view.state.doc.toString() !== text) return;
      this.view.dispatch(setDiagnostics(this.view.state, (await answer.json()).map(diagnostic(text.length))));
    } catch (error) {
      // A later check has taken the place of this one, or the server is away: saving will tell.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }
}

/** @param {number} length */
const diagnostic = (length) => (/** @type {any} */ note) => ({
  from: Math.min(note.from, length),
  to: Math.min(note.to, length),
  severity: SEVERITY[/** @type {keyof SEVERITY} */ (note.weight)],
  source: note.code,
  message: note.message,
});

customElements.define("text-editor", TextEditor);
