// Beside the editor, and to screen readers: what a paste left out and changed, as the desk's report on a text says it.

import { crel } from "django-prose-editor/editor";

const SHOWN = 240;
const MOST = 20;

const shortened = (text) => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`);

const line = ({ what, text }) => crel("li", {}, text ? [`${what}: `, crel("q", { textContent: shortened(text) })] : [what]);

const list = (heading, lines) => {
  const more = lines.length - MOST;
  const rest = more > 0 ? [crel("li", { textContent: `and ${more} more` })] : [];
  return [crel("p", { textContent: heading }), crel("ul", {}, [...lines.slice(0, MOST), ...rest])];
};

/** A place for reports below `element`; returns a function that shows one. One without news leaves the last in place. */
export const reportPlace = (element) => {
  // It stands there from the beginning: screen readers hear only of what changes in a place they know.
  const place = crel("div", { className: "prose-report", role: "status" });
  element.append(place);
  const close = () => {
    place.replaceChildren();
    element.querySelector(":scope > .ProseMirror")?.focus();
  };
  return ({ parts, sentences }) => {
    if (!parts.length && !sentences.length) return;
    const button = crel("button", { type: "button", className: "button", textContent: "Close", onclick: close });
    place.replaceChildren(
      ...(parts.length ? list(`Left out of the text: ${parts.length}`, parts.map(line)) : []),
      ...(sentences.length ? list("Worth a look", sentences.map((sentence) => crel("li", { textContent: sentence }))) : []),
      button,
    );
  };
};
