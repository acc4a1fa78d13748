// The dialog in which the text of one endnote is written.

import { ask } from "prose/dialog";
import { lineEditor, lineField, lineOf } from "prose/line-editor";

/**
 * Ask for the text of a note. Resolves to its HTML ("" to remove the note), or null when the person thinks better.
 * `surface` is the text around it, whose language and direction the note has.
 */
export const editNote = async (note, { title, marks, surface }) => {
  const content = lineField();
  let editor = null;
  let start = "";
  const answer = await ask({
    title,
    content,
    keep: "Save note",
    isChanged: () => editor && lineOf(editor) !== start,
    accept: () => lineOf(editor),
    open(dialog) {
      editor = lineEditor(content, note, { marks, surface, label: dialog.getAttribute("aria-labelledby") });
      start = lineOf(editor);
      // Now and not a moment later, as the editor's own focus: the next key is for the note.
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      editor.view.focus();
    },
  });
  editor.destroy();
  return answer;
};
