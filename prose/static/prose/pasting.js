// What arrives from a word processor is tidied before the editor reads it.

import { Extension, Plugin } from "django-prose-editor/editor";
import { tidyPastedHTML } from "prose/paste/tidy";

export const Pasting = Extension.create({
  name: "pasting",

  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: tidyPastedHTML } })],
});
