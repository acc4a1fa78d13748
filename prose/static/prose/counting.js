// The number of words, below the text.

import { Extension, crel } from "django-prose-editor/editor";
import { countWords } from "prose/words";

const textOf = (doc) =>
  doc.textBetween(0, doc.content.size, "\n", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : ""));

export const Counting = Extension.create({
  name: "counting",

  onCreate() {
    const { editor } = this;
    const place = crel("p", { className: "prose-count" });
    const show = () => {
      const count = countWords(textOf(editor.state.doc));
      place.textContent = `${count.toLocaleString()} ${count === 1 ? "word" : "words"}`;
    };
    editor.options.element.append(place);
    editor.on("update", show);
    show();
  },
});
