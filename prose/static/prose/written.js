// The HTML of a text as the editor writes it, made anew only for the blocks that have changed: a key in a text of 10,000
// words changes one of them, and a form asks for the whole after each key.

import { getHTMLFromFragment, pm } from "django-prose-editor/editor";

const written = new WeakMap();

const htmlOf = (block, schema) => {
  if (!written.has(block)) written.set(block, getHTMLFromFragment(pm.model.Fragment.from(block), schema));
  return written.get(block);
};

/** The HTML of a whole document, as `getHTML` of the stock editor gives it. */
export const wholeHTML = ({ doc, schema }) => {
  let html = "";
  doc.forEach((block) => { html += htmlOf(block, schema); });
  return html;
};
