// HTML from the clipboard of Word, Google Docs and LibreOffice, turned into the plain elements the editor knows.
// One pure function, `tidyPastedHTML`: HTML in, HTML out. Style attributes are read as text and never applied.

import { gatherLists, nestLists, typeLists } from "prose/paste/lists";
import { gatherNotes } from "prose/paste/notes";
import { styleOf } from "prose/paste/styles";
import { tidyTables } from "prose/paste/tables";
import { removeUnwritten } from "prose/paste/unwritten";

// As in prose/html/allowed.py, SAME_AS.
const RENAMED = {
  h1: "h2", h5: "h4", h6: "h4", b: "strong", i: "em", cite: "em", dfn: "em", var: "em", del: "s", strike: "s", ins: "u",
  kbd: "code", samp: "code", tt: "code",
};
const KEPT = {
  a: ["href", "title", "hreflang"],
  aside: ["class"],
  ol: ["start", "type"],
  span: ["data-footnote"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
};
const GONE = "script, style, meta, link, title, template, img, svg, iframe, object, input, button, colgroup";

const replaceTag = (element, tag) => {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  element.replaceWith(made);
  return made;
};

const unwrap = (element) => element.replaceWith(...element.childNodes);

const wrapInside = (element, tag) => {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.append(made);
};

const isBold = (style) => /^(bold|bolder|[6-9]\d\d)$/.test(style["font-weight"] || "");
const isItalic = (style) => /^(italic|oblique)/.test(style["font-style"] || "");
const decoration = (style) => `${style["text-decoration"] || ""} ${style["text-decoration-line"] || ""}`;

// Marks said in styles become elements. A <b> or <i> whose style takes the mark back is no mark: so Google Docs wraps
// its whole clipboard.
const marksFromStyles = (body) => {
  for (const element of body.querySelectorAll("b, strong, i, em")) {
    const style = styleOf(element);
    const isTakenBack = /^[bs]/.test(element.localName)
      ? /^(normal|[1-4]\d\d)$/.test(style["font-weight"] || "")
      : style["font-style"] === "normal";
    if (isTakenBack) unwrap(element);
  }
  for (const element of body.querySelectorAll("span[data-style], font[data-style]")) {
    const style = styleOf(element);
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

const tidyLinks = (body) => {
  for (const link of body.querySelectorAll("a")) {
    let href = (link.getAttribute("href") || "").trim();
    const real = /^https:\/\/www\.google\.com\/url\?(.*)$/.exec(href);
    if (real) href = new URLSearchParams(real[1]).get("q") || href;
    if (/^(https?:\/\/|mailto:)/i.test(href)) link.setAttribute("href", href);
    else unwrap(link);
  }
};

const tidyNames = (body) => {
  for (const element of body.querySelectorAll("*")) {
    const tag = element.localName;
    if (element.closest("pre") && tag !== "pre") continue;
    if (tag.includes(":") || tag === "font" || (tag === "span" && !element.hasAttribute("data-footnote"))) unwrap(element);
    else if (RENAMED[tag]) replaceTag(element, RENAMED[tag]);
  }
  for (const element of body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (!KEPT[element.localName]?.includes(name) || !element.getAttribute(name) && name !== "data-footnote") {
        element.removeAttribute(name);
      }
    }
    if (element.matches("aside[class]") && !element.classList.contains("pullquote")) unwrap(element);
  }
};

const BLOCKS = "p, h2, h3, h4, ul, ol, li, table, tbody, thead, tr, td, th, blockquote, hr, div, pre, section, article";

const tidySpaces = (body) => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (node.nodeType === 8) node.remove();
    // Word processors write runs of spaces with no-break ones; a lone one between words is meant.
    else if (!node.parentElement.closest("pre")) {
      node.data = node.data.replace(/[ \t\r\n\f]+/g, " ").replace(/\u00a0*(?: \u00a0*)+|\u00a0{2,}/g, " ");
    }
  }
  for (const node of nodes) {
    const isBetweenBlocks = [node.previousSibling, node.nextSibling].some((beside) => beside?.nodeType === 1 && beside.matches(BLOCKS));
    if (node.nodeType === 3 && node.data === " " && isBetweenBlocks) node.remove();
  }
  for (const br of body.querySelectorAll("br")) {
    if (br.parentElement === body || br.parentElement.matches("div, section, article, ul, ol")) br.remove();
  }
  for (const p of body.querySelectorAll("p, h2, h3, h4, li, strong, em")) {
    if (!p.textContent.replaceAll("\u00a0", " ").trim() && !p.querySelector("br, [data-footnote], table, hr")) {
      if (p.matches("strong, em")) unwrap(p);
      else p.remove();
    }
  }
};

// The page's policy speaks up even about documents that are only parsed: what it would refuse is renamed before.
const inert = (html) =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3"));

/** Tidy HTML from the clipboard. HTML that the editor itself put there is handed back as it is. */
export const tidyPastedHTML = (html) => {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(inert(html), "text/html");
  for (const element of body.querySelectorAll(GONE)) element.remove();
  removeUnwritten(body, html);
  gatherNotes(body);
  gatherLists(body);
  typeLists(body);
  marksFromStyles(body);
  tidyLinks(body);
  tidyNames(body);
  tidySpaces(body);
  nestLists(body);
  tidyTables(body);
  return body.innerHTML.trim();
};
