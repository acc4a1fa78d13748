// Typographic characters while typing, quotation marks by the language of the text. Backspace right after takes the
// change back. In code nothing is changed.

import { Extension, InputRule } from "django-prose-editor/editor";
import { typographic } from "prose/typography";

const ENGLISH = ["\u201c", "\u201d", "\u2018", "\u2019"];
let marksByLanguage = {}; // one table for all texts of a page, notes included

export const Typing = Extension.create({
  name: "typing",

  addOptions: () => ({ marks: null }),

  onBeforeCreate() {
    marksByLanguage = this.options.marks || marksByLanguage;
  },

  addInputRules() {
    const marks = () => {
      const language = this.editor.view.dom.closest("[lang]")?.lang || "en";
      return marksByLanguage[language] || marksByLanguage[language.split("-")[0]] || ENGLISH;
    };
    const find = (text) => {
      const change = typographic(text, marks());
      return change && { index: text.length - change[0].length, text: change[0], data: change[1] };
    };
    const handler = ({ state, range, match }) => {
      state.tr.insertText(match.data, range.from, range.to);
    };
    return [new InputRule({ find, handler })];
  },
});
