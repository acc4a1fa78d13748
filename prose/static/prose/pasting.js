// What arrives from a word processor or a page is tidied before the editor reads it, and what was left out is told.

import { Extension, Plugin } from "django-prose-editor/editor";
import { knowRedirects } from "prose/paste/links";
import { tidyPaste } from "prose/paste/tidy";
import { reportPlace } from "prose/told";

export const Pasting = Extension.create({
  name: "pasting",

  addOptions: () => ({ redirects: {} }),

  addStorage: () => ({ tell: () => {}, pictures: [] }),

  onBeforeCreate() {
    knowRedirects(this.options.redirects);
  },

  onCreate() {
    this.storage.tell = reportPlace(this.editor.options.element);
  },

  addProseMirrorPlugins() {
    const { storage } = this;
    const { picture } = this.editor.storage;
    const transformPastedHTML = (clipboard) => {
      const { html, report, pictures } = tidyPaste(clipboard, { takesPictures: Boolean(picture?.library.canUpload) });
      storage.tell(report);
      storage.pictures = pictures; // uploaded once the words stand there, which is before this listener ends
      queueMicrotask(() => { storage.pictures = []; });
      return html;
    };
    return [new Plugin({ props: { transformPastedHTML } })];
  },
});
