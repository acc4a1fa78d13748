// What an author's tool marks as not text: comments, tracked deletions, hidden words, the codes of fields.

import { hidingSelectors, isHidden, styleOf, styled } from "prose/paste/styles";

const WORD_COMMENTS =
  ".MsoCommentReference, .MsoCommentText, .MsoCommentSubject, .msocomanchor, .msocomtxt, .msocomoff, .msocomhide," +
  'a[href*="#_msocom_"], a[href*="#_msoanchor_"]';
const DOCS_COMMENT = 'a[id^="cmnt"]:not([id^="cmnt_ref"])';
const TRACKED = "[cite], [datetime], .msoDel, .msoIns";

const removeComments = (body) => {
  for (const comment of body.querySelectorAll(WORD_COMMENTS)) comment.remove();
  for (const comment of styled(body, "mso-element", "comment", "comment-list")) comment.remove();
  for (const mark of styled(body, "mso-special-character", "comment")) mark.remove();
  for (const name of body.querySelectorAll(DOCS_COMMENT)) (name.closest("div") || name.closest("p"))?.remove();
  for (const mark of body.querySelectorAll('a[href*="#cmnt"]')) (mark.closest("sup") || mark).remove();
};

// LibreOffice writes the strokes of its own text as <strike>: its <del> is always a tracked deletion.
const removeDeletions = (body, isFromLibreOffice) => {
  const isTracked = (element) => isFromLibreOffice || element.matches(TRACKED) || element.closest(".msoDel");
  for (const element of body.querySelectorAll("del, .msoDel")) if (isTracked(element)) element.remove();
  for (const element of body.querySelectorAll("ins")) {
    if (isFromLibreOffice || element.matches(TRACKED)) element.replaceWith(...element.childNodes);
  }
};

const removeHidden = (body, selectors) => {
  for (const element of body.querySelectorAll("[hidden]")) element.remove();
  for (const element of body.querySelectorAll("[data-style]")) if (isHidden(styleOf(element))) element.remove();
  for (const selector of selectors) {
    try {
      for (const element of body.querySelectorAll(selector)) element.remove();
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
export const removeUnwritten = (body, html) => {
  removeHidden(body, hidingSelectors(html));
  removeComments(body);
  removeDeletions(body, /<meta[^>]*generator[^>]*(?:LibreOffice|OpenOffice)/i.test(html));
  removeFieldCodes(body);
};
