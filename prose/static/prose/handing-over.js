// The text goes into the field of its form in a pause between keys, and before the form is read. To write 10,000 words as
// HTML after each key takes longer than the key.

import { Extension } from "django-prose-editor/editor";
import { inAPause } from "prose/quiet";

const EMPTY = /^<(\w+)(\s[^>]*)?><\/\1>$/; // as the stock editor counts it

export const HandingOver = Extension.create({
  name: "handingOver",

  addStorage: () => ({ write: () => {} }),

  onBeforeCreate() {
    const { editor, storage } = this;
    const field = editor.options.element?.querySelector?.(":scope > textarea");
    if (!field) return;
    const writing = inAPause(() => {
      const html = editor.getHTML();
      field.value = EMPTY.test(html) ? "" : html;
    });
    storage.write = writing.now;
    editor.options.onUpdate = () => {
      writing.soon();
      field.dispatchEvent(new Event("input", { bubbles: true })); // the form has been changed, from the first key on
    };
    editor.options.onBlur = writing.now;
    window.addEventListener("pagehide", storage.write);
    // Whoever reads the form, the browser too, asks for its fields first.
    field.form?.addEventListener("formdata", ({ formData }) => {
      writing.now();
      if (formData.has(field.name)) formData.set(field.name, field.value);
    });
  },

  onDestroy() {
    this.storage.write();
    window.removeEventListener("pagehide", this.storage.write);
  },
});
