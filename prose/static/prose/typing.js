// Typographic characters while typing, those that are the same in every language the desk writes.
// Backspace right after takes the change back.

import { Extension, textInputRule } from "django-prose-editor/editor";

export const Typing = Extension.create({
  name: "typing",

  addInputRules: () => [
    textInputRule({ find: /\.\.\.$/, replace: "\u2026" }),
    textInputRule({ find: /--$/, replace: "\u2013" }),
    textInputRule({ find: /\u2013-$/, replace: "\u2014" }),
    textInputRule({ find: /(?<=\p{L})'$/u, replace: "\u2019" }),
  ],
});
