// Marks said in styles become elements: bold, italic, underlined, struck, raised, lowered.

import { styleOf } from "prose/paste/styles";

const unwrap = (element) => element.replaceWith(...element.childNodes);

const wrapInside = (element, tag) => {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.append(made);
};

const isBold = (style) => /^(bold|bolder|[6-9]\d\d)$/.test(style["font-weight"] || "");
const isItalic = (style) => /^(italic|oblique)/.test(style["font-style"] || "");
const decoration = (style) => `${style["text-decoration"] || ""} ${style["text-decoration-line"] || ""}`;

// A <b> or <i> whose own style takes the mark back is no mark: so Google Docs wraps its whole clipboard.
const dropTakenBack = (body) => {
  for (const element of body.querySelectorAll("b, strong, i, em")) {
    const style = styleOf(element);
    const isTakenBack = /^[bs]/.test(element.localName)
      ? /^(normal|[1-4]\d\d)$/.test(style["font-weight"] || "")
      : style["font-style"] === "normal";
    if (isTakenBack) unwrap(element);
  }
};

/** Give styled spans the elements of their marks. `declared` gives an element's declarations, style sheets included. */
export const marksFromStyles = (body, declared) => {
  dropTakenBack(body);
  for (const element of body.querySelectorAll("span, font")) {
    const style = declared(element);
    if (decoration(style).includes("underline") && !element.closest("a") && !element.querySelector("a")) {
      wrapInside(element, "u");
    }
    if (decoration(style).includes("line-through")) wrapInside(element, "s");
    if (style["vertical-align"] === "super") wrapInside(element, "sup");
    if (style["vertical-align"] === "sub") wrapInside(element, "sub");
    if (isItalic(style)) wrapInside(element, "em");
    if (isBold(style) && !element.closest("h1, h2, h3, h4, h5, h6, th")) wrapInside(element, "strong");
  }
};
