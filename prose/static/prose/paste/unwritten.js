// What is no text: comments, tracked deletions, hidden words, the codes of fields, and a page's pictures and controls.
// The names are those of intake/sources/tidy/not_text.py and intake/sources/from_html.py.

import { hidingSelectors, isHidden, styleOf, styled } from "prose/paste/styles";

const WORD_COMMENTS = ".MsoCommentText, .MsoCommentSubject, .msocomtxt, .msocomoff, .msocomhide";
const WORD_MARKS = '.MsoCommentReference, .msocomanchor, a[href*="#_msocom_"], a[href*="#_msoanchor_"]';
const DOCS_COMMENT = 'a[id^="cmnt"]:not([id^="cmnt_ref"])';
const TRACKED = "[cite], [datetime], .msoDel, .msoIns";

// What browsers hide without any style: HTML, section 15.3.1. A note on a page of this desk stands in its list as well.
const NEVER_SHOWN = "[hidden], [popover]:not(.note-words), datalist, noembed, noframes, xml, dialog:not([open])";
const FOR_SCREEN_READERS = ".screen-reader-text, .sr-only, .visually-hidden, .visuallyhidden, .assistive-text";

const FURNITURE = {
  noscript: "words for browsers without scripts", nav: "navigation", button: "button", select: "form", textarea: "form", input: "",
  iframe: "embedded page", object: "embedded object", embed: "embedded object", svg: "drawing", picture: "image", img: "image",
  video: "video", audio: "sound", canvas: "drawing", math: "formula", figcaption: "image caption",
};

const removeComments = (body, report) => {
  for (const comment of styled(body, "mso-element", "comment", "comment-list")) report.leaveOut(comment, "comment");
  for (const mark of styled(body, "mso-special-character", "comment")) report.leaveOut(mark, "comment");
  for (const mark of body.querySelectorAll(WORD_MARKS)) report.leaveOut(mark, "");
  for (const comment of body.querySelectorAll(WORD_COMMENTS)) report.leaveOut(comment, "comment");
  for (const name of body.querySelectorAll(DOCS_COMMENT)) {
    report.leaveOut(name.closest("div:not(.doc-content)") || name.closest("p") || name, "comment");
  }
  for (const mark of body.querySelectorAll('a[href*="#cmnt"]')) (mark.closest("sup") || mark).remove();
};

// LibreOffice writes the strokes of its own text as <strike>: its <del> is always a tracked deletion.
const removeDeletions = (body, isFromLibreOffice, report) => {
  const isTracked = (element) => isFromLibreOffice || element.matches(TRACKED) || element.closest(".msoDel");
  for (const element of body.querySelectorAll("del, .msoDel")) if (isTracked(element)) report.leaveOut(element, "deleted words");
  for (const element of body.querySelectorAll("ins")) {
    if (isFromLibreOffice || element.matches(TRACKED)) element.replaceWith(...element.childNodes);
  }
};

const removeHidden = (body, selectors, report) => {
  for (const element of body.querySelectorAll(`${NEVER_SHOWN}, ${FOR_SCREEN_READERS}, [data-style]`)) {
    if (element.matches(`${NEVER_SHOWN}, ${FOR_SCREEN_READERS}`) || isHidden(styleOf(element))) report.leaveOut(element, "hidden text");
  }
  for (const selector of selectors) {
    try {
      for (const element of body.querySelectorAll(selector)) report.leaveOut(element, "hidden text");
    } catch {
      // A selector that browsers do not know hides nothing.
    }
  }
};

// Word sets a field as begin, code, separator, result, end. The code goes, the result is text; what never ends stays.
const removeFieldCodes = (body) => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const open = [];
  const codes = [];
  const close = (field) => codes.push(...(field?.code.splice(0) || []));
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 3) {
      for (const field of open) if (field.isCode) field.code.push(node);
      continue;
    }
    const mark = styleOf(node)["mso-element"];
    if (mark === "field-begin") open.push({ isCode: true, code: [] });
    if (mark === "field-separator" && open.length) {
      close(open.at(-1));
      open.at(-1).isCode = false;
    }
    if (mark === "field-end") close(open.pop());
  }
  for (const code of codes) code.remove();
};

/** Remove from `body` what is not text. `html` is the clipboard that it was parsed from, style sheets included. */
export const removeUnwritten = (body, html, report) => {
  removeHidden(body, hidingSelectors(html), report);
  removeComments(body, report);
  removeDeletions(body, /<meta[^>]*generator[^>]*(?:LibreOffice|OpenOffice)/i.test(html), report);
  removeFieldCodes(body);
};

/** Remove pictures, menus and controls, after the notes that stand among them were moved. */
export const removeFurniture = (body, report) => {
  for (const element of body.querySelectorAll(Object.keys(FURNITURE).join(", "))) {
    report.leaveOut(element, FURNITURE[element.localName], { isShown: ["img", "picture"].includes(element.localName) });
  }
};
