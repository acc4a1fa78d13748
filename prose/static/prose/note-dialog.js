// The dialog in which the text of one endnote is written.

import {
  Bold, Code, Document, Editor, Extension, HardBreak, History, Italic, Menu, Paragraph, Plugin, Strike, Subscript,
  Superscript, Text, Underline, crel, pm,
} from "django-prose-editor/editor";
import { ask } from "prose/dialog";
import { Link, Links } from "prose/links";
import { noteHTML } from "prose/note";
import { tidyPaste } from "prose/paste/tidy";
import { Surface } from "prose/surface";
import { reportPlace } from "prose/told";
import { Toolbar } from "prose/toolbar";
import { Typing } from "prose/typing";

const MENU = { defaultItems: false, groups: [{ group: "desk-marks" }, { group: "link" }] };

// A note is one paragraph: the paragraphs, points and cells of a paste become lines of it.
const Lines = Extension.create({
  name: "lines",

  addOptions: () => ({ marks: [] }),

  addStorage: () => ({ tell: () => {} }),

  onCreate() {
    this.storage.tell = reportPlace(this.editor.options.element);
  },

  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.setHardBreak() };
  },

  addProseMirrorPlugins() {
    const { marks } = this.options;
    const { schema } = this.editor;
    const { storage } = this;
    const transformPastedHTML = (clipboard) => {
      const { html, report } = tidyPaste(clipboard);
      storage.tell(report);
      const { body } = new DOMParser().parseFromString(html, "text/html");
      return noteHTML(body, marks);
    };
    const clipboardTextParser = (text) => {
      const lines = text.trim().split(/(?:\r\n?|\n)+/);
      const nodes = lines.flatMap((line, at) => [
        ...(at ? [schema.nodes.hardBreak.create()] : []),
        ...(line ? [schema.text(line)] : []),
      ]);
      return new pm.model.Slice(pm.model.Fragment.from(nodes), 0, 0);
    };
    return [new Plugin({ props: { transformPastedHTML, clipboardTextParser } })];
  },
});

const extensions = (marks) => [
  Document.extend({ content: "paragraph" }), Paragraph, Text, HardBreak, Bold, Italic, Subscript, Superscript, Strike,
  Underline, Code, History, Links, Surface, Typing, Lines.configure({ marks }),
  Link.configure({ enableTarget: false, autolink: false }), Menu.configure(MENU), Toolbar,
];

const htmlOf = (editor) =>
  editor.getText().trim() ? editor.getHTML().replace(/^<p>(?:<br>|\s)*|(?:<br>|\s)*<\/p>$/g, "") : "";

/**
 * Ask for the text of a note. Resolves to its HTML ("" to remove the note), or null when the person thinks better.
 * `surface` is the text around it, whose language and direction the note has.
 */
export const editNote = async (note, { title, marks, surface }) => {
  const content = crel("div", { className: "prose-editor prose-note-field" });
  let editor = null;
  let start = "";
  const answer = await ask({
    title,
    content,
    keep: "Save note",
    isChanged: () => editor && htmlOf(editor) !== start,
    accept: () => htmlOf(editor),
    open(dialog) {
      editor = new Editor({ element: content, extensions: extensions(marks), content: `<p>${note}</p>` });
      const { dom } = editor.view;
      for (const name of ["lang", "dir"]) if (surface.hasAttribute(name)) dom.setAttribute(name, surface.getAttribute(name));
      dom.setAttribute("aria-labelledby", dialog.getAttribute("aria-labelledby"));
      start = htmlOf(editor);
      // Now and not a moment later, as the editor's own focus: the next key is for the note.
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      editor.view.focus();
    },
  });
  editor.destroy();
  return answer;
};
