// The dialog in which the text of one endnote is written.

import {
  Bold, Code, Document, Editor, HardBreak, History, Italic, Link, Menu, Paragraph, Strike, Subscript, Superscript, Text,
  Underline, crel,
} from "django-prose-editor/editor";
import { Links } from "prose/links";
import { Pasting } from "prose/pasting";
import { Surface } from "prose/surface";
import { Toolbar } from "prose/toolbar";
import { Typing } from "prose/typing";

const MENU = { defaultItems: false, groups: [{ group: "desk-marks" }, { group: "link" }] };
const LINE = [
  Document.extend({ content: "paragraph" }), Paragraph, Text, HardBreak, Bold, Italic, Subscript, Superscript, Strike,
  Underline, Code, History, Links, Pasting, Surface, Typing, Link.configure({ enableTarget: false, autolink: false }),
  Menu.configure(MENU), Toolbar,
];

let opened = 0;

/** Ask for the text of a note. Resolves to its HTML ("" to remove the note), or null when the person thinks better. */
export const editNote = (note, title) =>
  new Promise((resolve) => {
    const id = `prose-note-${++opened}`;
    const field = crel("div", { className: "prose-editor prose-note-field" });
    const save = crel("button", { type: "button", className: "button default", textContent: "Save note" });
    const cancel = crel("button", { type: "button", className: "button", textContent: "Cancel" });
    const heading = crel("h2", { id, textContent: title });
    const dialog = crel("dialog", { className: "prose-note-dialog", "aria-labelledby": id }, [
      heading,
      field,
      crel("div", { className: "prose-note-buttons" }, [save, cancel]),
    ]);
    let answer = null;
    document.body.append(dialog);
    dialog.showModal();
    const editor = new Editor({ element: field, extensions: LINE, content: `<p>${note}</p>`, autofocus: "end" });
    editor.view.dom.setAttribute("aria-labelledby", id);

    const accept = () => {
      answer = editor.getText().trim() ? editor.getHTML().replace(/^<p>|<\/p>$/g, "").trim() : "";
      dialog.close();
    };
    // Heard before the editor, which keeps both keys for itself.
    const hear = (event) => {
      if (event.target !== editor.view.dom) return;
      const isAccepted = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      if (!isAccepted && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      if (isAccepted) accept();
      else dialog.close();
    };
    save.addEventListener("click", accept);
    cancel.addEventListener("click", () => dialog.close());
    field.addEventListener("keydown", hear, true);
    dialog.addEventListener("close", (event) => {
      if (event.target !== dialog) return;
      editor.destroy();
      dialog.remove();
      resolve(answer);
    });
  });
