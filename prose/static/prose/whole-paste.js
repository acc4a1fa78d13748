// A text to be read that is one paste and nothing else is sent as it stood on the clipboard, beside what the editor
// made of it: the reader of texts tells a page's headline from its menus by markup that the editor does not keep.

import { Extension, Plugin } from "django-prose-editor/editor";

const MOST_CHARS = 1_000_000; // a form has room for so much

const isWhole = ({ doc, selection }) =>
  !doc.textContent.trim() || (selection.from <= 1 && selection.to >= doc.content.size - 1);

export const WholePaste = Extension.create({
  name: "wholePaste",

  onCreate() {
    const field = this.editor.options.element.closest("form")?.elements.clipboard;
    if (!field) return;
    const { storage, editor } = this;
    Object.assign(storage, { clipboard: field.value, text: field.value ? editor.getHTML() : null });
    editor.on("update", () => {
      if (storage.isNew) Object.assign(storage, { text: editor.getHTML(), isNew: false });
      field.value = editor.getHTML() === storage.text ? storage.clipboard : "";
    });
  },

  addProseMirrorPlugins() {
    const { storage } = this;
    const handlePaste = (view, event) => {
      const html = event.clipboardData?.getData("text/html") || "";
      const isTaken = html && html.length <= MOST_CHARS && !html.includes("data-pm-slice") && isWhole(view.state);
      Object.assign(storage, { clipboard: isTaken ? html : "", text: null, isNew: Boolean(isTaken) });
      // The editor takes the paste before this listener ends. What it makes nothing of is not the text that is typed afterwards.
      queueMicrotask(() => { storage.isNew = false; });
      return false;
    };
    return [new Plugin({ props: { handlePaste } })];
  },
});
