// A picture of the library with its caption: one atom at the top level of the text. What is stored is the picture's
// key, its text alternative, caption, width and crop (prose/html/figures.py); its address and credit are the desk's.

import { Document as StockDocument, Node, crel } from "django-prose-editor/editor";
import { noteHTML, noteNodes } from "prose/note";

// Only the document itself takes figures, where it takes any: no list, table or quotation does.
export const Document = StockDocument.extend({
  addOptions: () => ({ content: "block+" }),

  content() {
    return this.options.content;
  },
});

export const Picture = Node.create({
  name: "picture",
  group: "figure",
  atom: true,
  draggable: true,

  addOptions: () => ({ marks: [], widths: [], crops: [] }),

  addAttributes() {
    const { marks, widths, crops } = this.options;
    const attribute = (parseHTML, missing = "") => ({ default: missing, rendered: false, parseHTML });
    return {
      uuid: attribute((figure) => figure.dataset.picture),
      alt: attribute((figure) => figure.querySelector("img")?.getAttribute("alt") ?? null, null),
      caption: attribute((figure) => noteHTML(figure.querySelector("figcaption") || crel("p"), marks)),
      width: attribute((figure) => widths.find((width) => figure.classList.contains(width)) || ""),
      crop: attribute((figure) => crops.find((crop) => figure.dataset.crop === crop) || ""),
    };
  },

  parseHTML() {
    return [{ tag: "figure[data-picture]", priority: 100 }];
  },

  renderHTML({ node }) {
    const { uuid, alt, caption, width, crop } = node.attrs;
    const figure = crel("figure", null, [crel("img"), ...(caption ? [crel("figcaption", null, noteNodes(caption))] : [])]);
    figure.dataset.picture = uuid;
    if (width) figure.className = width;
    if (crop) figure.dataset.crop = crop;
    if (alt !== null) figure.firstChild.setAttribute("alt", alt);
    return figure;
  },

  renderText: () => "",
});
