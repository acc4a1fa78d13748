// The dialog in which the text of one endnote is written.

import { crel } from "django-prose-editor/editor";
import { ask } from "prose/dialog";
import { lineEditor, lineField, lineOf } from "prose/line-editor";
import { noteText } from "prose/note";

const SHOWN = 90;

// A list of the notes that the text has; null if it has none.
const othersField = (others) => {
  if (!others.length) return null;
  const options = others.map((note, at) => {
    const text = noteText(note);
    return crel("option", { value: String(at), textContent: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text });
  });
  const select = crel("select", { id: "prose-note-again" }, [crel("option", { value: "", textContent: "No, a new note" }), ...options]);
  const label = crel("label", { htmlFor: select.id, textContent: "Cite a note of this text again" });
  const help = crel("p", { className: "help", textContent: "It keeps its number, and changes with the other when that is edited." });
  return { select, element: crel("div", { className: "prose-dialog-field" }, [label, select, help]) };
};

/**
 * Ask for the text of a note. Resolves to its HTML ("" to remove the note), or null when the person thinks better.
 * `surface` is the text around it, whose language and direction the note has. `others`: notes that may be cited again,
 * as HTML; then it resolves to the place of one in this list, if that is chosen.
 */
export const editNote = async (note, { title, marks, surface, others = [] }) => {
  const line = lineField();
  const again = othersField(others);
  const content = crel("div", null, [line, ...(again ? [again.element] : [])]);
  again?.select.addEventListener("change", () => { line.hidden = again.select.value !== ""; });
  let editor = null;
  let start = "";
  const answer = await ask({
    title,
    content,
    keep: "Save note",
    isChanged: () => editor && (lineOf(editor) !== start || Boolean(again?.select.value)),
    accept: () => (again?.select.value ? Number(again.select.value) : lineOf(editor)),
    open(dialog) {
      editor = lineEditor(line, note, { marks, surface, label: dialog.getAttribute("aria-labelledby") });
      start = lineOf(editor);
      // Now and not a moment later, as the editor's own focus: the next key is for the note.
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      editor.view.focus();
    },
  });
  editor.destroy();
  return answer;
};
