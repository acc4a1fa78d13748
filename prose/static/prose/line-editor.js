// An editor for one line of text with marks, as endnotes and captions are.

import {
  Bold, Code, Document, Editor, Extension, HardBreak, History, Italic, Menu, Paragraph, Plugin, Strike, Subscript,
  Superscript, Text, Underline, crel, pm,
} from "django-prose-editor/editor";
import { Link, Links } from "prose/links";
import { noteHTML } from "prose/note";
import { OneUndo } from "prose/one-undo";
import { tidyPaste } from "prose/paste/tidy";
import { Surface } from "prose/surface";
import { reportPlace } from "prose/told";
import { Toolbar } from "prose/toolbar";
import { Typing } from "prose/typing";

const MENU = { defaultItems: false, groups: [{ group: "desk-marks" }, { group: "link" }] };

// The paragraphs, points and cells of a paste become lines of it.
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
  Underline, Code, History, Links, Surface, Typing, OneUndo, Lines.configure({ marks }),
  Link.configure({ enableTarget: false, autolink: false }), Menu.configure(MENU), Toolbar,
];

/** The HTML of the line; "" if nothing stands in it. */
export const lineOf = (editor) =>
  editor.getText().trim() ? editor.getHTML().replace(/^<p>(?:<br>|\s)*|(?:<br>|\s)*<\/p>$/g, "") : "";

export const lineField = () => crel("div", { className: "prose-editor prose-note-field" });

/**
 * An editor in a `lineField` that stands on the page. `surface` is the text around the line, whose language and direction
 * it has; `label` is the id of the element that names it.
 */
export const lineEditor = (field, html, { marks, surface, label }) => {
  const editor = new Editor({ element: field, extensions: extensions(marks), content: `<p>${html}</p>` });
  const { dom } = editor.view;
  for (const name of ["lang", "dir"]) if (surface.hasAttribute(name)) dom.setAttribute(name, surface.getAttribute(name));
  dom.setAttribute("aria-labelledby", label);
  return editor;
};
