// The number of words, below the text, and how long a reader takes.

import { Extension, crel } from "django-prose-editor/editor";
import { inAPause } from "prose/quiet";
import { countWords } from "prose/words";

const textOf = (block) =>
  block.isText ? block.text : block.textBetween(0, block.content.size, "\n", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : ""));

const A_MINUTE = 230; // words

const minutes = (words) => {
  const number = Math.round(words / A_MINUTE);
  return `${number} ${number === 1 ? "minute" : "minutes"}`;
};

const counts = new WeakMap(); // of blocks: a key changes one of them

const wordsIn = (doc) => {
  let words = 0;
  doc.forEach((block) => {
    if (!counts.has(block)) counts.set(block, countWords(textOf(block)));
    words += counts.get(block);
  });
  return words;
};

export const Counting = Extension.create({
  name: "counting",

  onCreate() {
    const { editor } = this;
    const place = crel("p", { className: "prose-count" });
    const show = () => {
      const count = wordsIn(editor.state.doc);
      const words = `${count.toLocaleString()} ${count === 1 ? "word" : "words"}`;
      place.textContent = count < A_MINUTE ? words : `${words}, ${minutes(count)} to read`;
    };
    editor.options.element.append(place);
    editor.on("update", inAPause(show).soon);
    show();
  },
});
