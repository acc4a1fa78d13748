// A paragraph of another script is written in its own direction, by the rule by which it is printed
// (prose/html/directions.py): most of its letters decide.

import { Extension, Plugin, pm } from "django-prose-editor/editor";

const ADDRESS = /\w+:\/\/\S+|www\.\S+|\S+@\S+/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

const letters = new WeakMap();

// [letters that run to the right, letters that run to the left] of a paragraph.
const counted = (node) => {
  if (!letters.has(node)) {
    const all = node.textContent.replace(ADDRESS, " ").match(/\p{L}/gu) || [];
    const toLeft = all.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
    letters.set(node, [all.length - toLeft, toLeft]);
  }
  return letters.get(node);
};

const directions = (doc, base) => {
  const found = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const [toRight, toLeft] = counted(node);
    const own = toRight > toLeft ? "ltr" : toLeft > toRight ? "rtl" : base;
    if (own !== base) found.push(pm.view.Decoration.node(position, position + node.nodeSize, { dir: own }));
    return false;
  });
  return pm.view.DecorationSet.create(doc, found);
};

export const Directions = Extension.create({
  name: "directions",

  addProseMirrorPlugins() {
    const { editor } = this;
    const decorations = ({ doc }) => directions(doc, editor.options.element.querySelector(".ProseMirror")?.dir || "ltr");
    return [new Plugin({ props: { decorations } })];
  },
});
