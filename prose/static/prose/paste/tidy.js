// HTML from the clipboard of Word, Google Docs and LibreOffice, turned into the plain elements the editor knows.
// One pure function, `tidyPaste`: HTML in, HTML and a report out. Style attributes are read as text and never applied.

import { showEquations, writeEquations } from "prose/paste/equations";
import { baseOf, tidyLinks } from "prose/paste/links";
import { gatherLists, nestLists, typeLists } from "prose/paste/lists";
import { marksFromStyles } from "prose/paste/marks";
import { gatherNotes } from "prose/paste/notes";
import { takePictures } from "prose/paste/pictures";
import { Report } from "prose/paste/report";
import { declaredIn, marksDeclaredIn, unreadDeclarations } from "prose/paste/styles";
import { tidyTables } from "prose/paste/tables";
import { faintWords, questionsOn, removeUnseen } from "prose/paste/unseen";
import { removeFurniture, removeUnwritten } from "prose/paste/unwritten";

// As in prose/html/allowed.py, SAME_AS.
const RENAMED = {
  __proto__: null, // a tag may have any name, "constructor" too
  h1: "h2", h5: "h4", h6: "h4", b: "strong", i: "em", cite: "em", dfn: "em", var: "em", del: "s", strike: "s", ins: "u",
  kbd: "code", samp: "code", tt: "code",
};
const KEPT = {
  __proto__: null,
  a: ["href", "title", "hreflang"],
  aside: ["class"],
  ol: ["start", "type"],
  span: ["data-footnote"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
};
const GONE = "script, style, meta, link, title, template, colgroup";

const replaceTag = (element, tag) => {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  element.replaceWith(made);
  return made;
};

const unwrap = (element) => element.replaceWith(...element.childNodes);

// The editor would end the paragraph at some of them. Those of a site's own making, "glossary-term", may be blocks elsewhere.
const isInLine = ({ localName: tag, parentElement }) =>
  /:|^(?:font|nobr|output|meter|progress)$/.test(tag) || (tag.includes("-") && parentElement.closest("p, h1, h2, h3, h4, h5, h6") !== null);

const tidyNames = (body) => {
  for (const element of body.querySelectorAll("*")) {
    const tag = element.localName;
    if (element.closest("pre") && tag !== "pre") continue;
    if (isInLine(element) || (tag === "span" && !element.hasAttribute("data-footnote"))) unwrap(element);
    else if (tag === "dialog") replaceTag(element, "div");
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

// Plain text needs brackets around the reading of a word; pages that write them have <rp>.
const bracketReadings = (body) => {
  for (const reading of body.querySelectorAll("ruby:not(:has(rp)) rt")) {
    reading.prepend("(");
    reading.append(")");
  }
  for (const part of body.querySelectorAll("ruby, rb, rt, rp, rtc")) unwrap(part);
};

// The page's policy speaks up even about documents that are only parsed: what it would refuse is renamed before.
const RENAMED_ATTRIBUTES = [/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3"];
// Quotes may hold ">", or not be closed.
const TAGS = [/<[a-z](?:"[^"]{0,9999}"|'[^']{0,9999}'|[^"'<>])*>/gi, /<[a-z][^>]*>/gi];
const inert = (html) =>
  TAGS.reduce(
    (text, tags) => text.replace(tags, (tag) => tag.replace(...RENAMED_ATTRIBUTES)),
    html.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "").replace(/<base\b/gi, "<meta data-was=base"),
  );

/**
 * Tidy HTML from the clipboard; returns {html, report, pictures}. HTML that the editor itself put there stays as it is.
 * `pictures` are those that the HTML holds (paste/pictures.js), if they are to be taken.
 */
export const tidyPaste = (html, { takesPictures = false } = {}) => {
  const report = new Report();
  if (/<\w[^<>]*\sdata-pm-slice=/.test(html)) return { html, report, pictures: [] };
  const parsed = new DOMParser().parseFromString(inert(showEquations(html)), "text/html");
  const { body } = parsed;
  // In a tag without spaces between its attributes `inert` has not seen it.
  for (const element of body.querySelectorAll("[style]")) element.dataset.style ??= element.getAttribute("style");
  const base = baseOf(parsed);
  const hasSheets = parsed.querySelector("link[rel~=stylesheet i]") !== null;
  for (const element of body.querySelectorAll(GONE)) element.remove();
  writeEquations(body, report);
  removeUnwritten(body, html, report);
  const faint = faintWords(body);
  const unsure = removeUnseen(body, { declared: declaredIn(html), unread: unreadDeclarations(html), hasSheets }, report);
  gatherNotes(body);
  gatherLists(body);
  typeLists(body);
  marksFromStyles(body, marksDeclaredIn(html));
  bracketReadings(body);
  const pictures = takesPictures ? takePictures(body, report) : [];
  removeFurniture(body, report);
  tidyLinks(body, base, report);
  tidyNames(body);
  tidySpaces(body);
  nestLists(body);
  tidyTables(body);
  const questions = [...questionsOn(unsure, body.textContent), ...questionsOn(faint, body.textContent, "may be hidden on the page")];
  for (const question of questions) report.say(question);
  return { html: body.innerHTML.trim(), report, pictures };
};
