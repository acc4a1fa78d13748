// Foot- and endnotes on the clipboard: each reference becomes a note with its text inside, the list of notes goes.
// Known forms: Word, Google Docs, LibreOffice, this desk's own pages, and any page whose mark and note link to each other.

import { styleOf } from "prose/paste/styles";

const NOTE_NAME = /(?:^|[-_:.])_?(?:ftn|ftnt|edn|fn|note|footnote|endnote|cite[-_]note|sdfootnote|sdendnote)s?(?![a-z])/i;
const MARK = /^\s*[[(]?\s*(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*\u2020\u2021\u00a7\u00b6]{1,4})\s*[\])]?\s*$/iu;
const ARROWS = /^[\s[\]().*\u2020\u2021\u21a9\u2191\u2934\ufe0e\ufe0f^\d]*$|^[ivxlcdm]+$/i;

const fragment = (link) => (link.getAttribute("href") || "").split("#")[1] || "";
const named = (body, name) => name && body.querySelector(`[id="${CSS.escape(name)}"], [name="${CSS.escape(name)}"]`);
const isNoteElement = (element) => /^(footnote|endnote)$/.test(styleOf(element)["mso-element"] || "");

const noteOf = (target) => {
  for (let element = target; element; element = element.parentElement) if (isNoteElement(element)) return element;
  return (
    target.closest('[id^="sdfootnote"]:not(a), [id^="sdendnote"]:not(a)') || target.closest("li, p, dd, td, aside, div")
  );
};

// The note behind a reference; null for links to other places.
const noteBehind = (body, reference) => {
  const target = named(body, fragment(reference));
  if (!target || target === reference || !MARK.test(reference.textContent)) return null;
  const note = noteOf(target);
  if (!note || note === body || note.contains(reference)) return null;
  if (!(reference.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
  const mark = reference.closest("sup") || reference;
  const leadsBack = [...note.querySelectorAll("a[href]")].some((link) => {
    const place = named(body, fragment(link));
    return place && (mark.contains(place) || place === mark.parentElement);
  });
  return leadsBack || NOTE_NAME.test(fragment(reference)) ? note : null;
};

const isBack = (link) => (link.getAttribute("href") || "#").includes("#") && ARROWS.test(link.textContent);

const dropNumber = (span, mark) => {
  const words = span.ownerDocument.createTreeWalker(span, NodeFilter.SHOW_TEXT);
  while (words.nextNode() && !words.currentNode.data.trim());
  const first = words.currentNode;
  if (first.nodeType !== 3) return;
  const number = mark.replace(/[^\p{L}\p{N}*\u2020\u2021\u00a7\u00b6]/gu, "").replace(/[*]/g, "\\*");
  if (number) first.data = first.data.replace(new RegExp(`^\\s*[[(]?${number}(?:[\\])][.:]?|[.:]|\\s|$)`, "u"), "");
  first.data = first.data.trimStart();
  const sup = first.parentElement;
  if (!first.data && sup !== span && !sup.textContent) sup.remove();
  else if (first.data) return;
  const next = span.firstChild;
  if (next?.nodeType === 3) next.data = next.data.trimStart();
};

const LINES = "p, div, li, ul, ol, dl, dt, dd, table, tbody, tr, td, th, blockquote, pre";

const isBlank = (node) => node?.nodeType === 3 && !node.data.trim();

// One break between two lines of a note, and none at its ends.
const singleBreaks = (span) => {
  for (const br of span.querySelectorAll(":scope > br")) {
    while (isBlank(br.previousSibling)) br.previousSibling.remove();
    while (isBlank(br.nextSibling)) br.nextSibling.remove();
    if (!br.previousSibling || br.previousSibling.localName === "br" || !br.nextSibling) br.remove();
    else if (br.nextSibling.nodeType === 3) br.nextSibling.data = br.nextSibling.data.trimStart();
  }
};

const textOf = (note, mark) => {
  const copy = note.cloneNode(true);
  for (const link of copy.querySelectorAll("a")) if (isBack(link)) (link.closest("sup") || link).remove();
  const span = note.ownerDocument.createElement("span");
  span.setAttribute("data-footnote", "");
  span.append(...copy.childNodes);
  for (const line of span.querySelectorAll(LINES)) {
    line.before(note.ownerDocument.createElement("br"));
    line.after(note.ownerDocument.createElement("br"));
    line.replaceWith(...line.childNodes);
  }
  // A note of the note: notes hold no notes.
  for (const inner of span.querySelectorAll("[data-footnote]")) inner.replaceWith(" (", ...inner.childNodes, ")");
  span.normalize();
  singleBreaks(span);
  dropNumber(span, mark);
  return span;
};

const remove = (note, body) => {
  const before = note.previousElementSibling;
  let holder = note.parentElement;
  note.remove();
  if (before?.localName === "hr") before.remove();
  while (holder && holder !== body && !holder.textContent.trim()) {
    const line = holder.previousElementSibling;
    const outer = holder.parentElement;
    holder.remove();
    if (line?.localName === "hr") line.remove();
    holder = outer;
  }
};

// A page of this desk opens a note by a button, and a browser copies of mark and link only what it shows.
const linksForButtons = (body) => {
  for (const button of body.querySelectorAll("sup button[popovertarget]")) {
    const mark = button.closest("sup");
    if (mark.querySelector("a[href]") || !mark.dataset.number) continue;
    const link = body.ownerDocument.createElement("a");
    link.setAttribute("href", `#${button.getAttribute("popovertarget")}`);
    link.textContent = mark.dataset.number;
    button.replaceWith(link);
  }
};

/** Replace every reference in `body` by its note. A reference whose note was not copied keeps its mark as text. */
export const gatherNotes = (body) => {
  linksForButtons(body);
  const found = [...body.querySelectorAll("a[href]")].map((link) => [link, noteBehind(body, link)]);
  const references = found.filter(([, note]) => note);
  const notes = new Set(references.map(([, note]) => note));
  const isInNote = ([{ parentElement }]) => {
    let around = parentElement;
    while (around && !notes.has(around)) around = around.parentElement;
    return around !== null;
  };
  for (const [reference, note] of [...references.filter(isInNote), ...references.filter((pair) => !isInNote(pair))]) {
    const sup = reference.closest("sup");
    const isAlone = sup && sup.textContent.trim() === reference.textContent.trim();
    (isAlone ? sup : reference).replaceWith(textOf(note, reference.textContent));
  }
  for (const note of notes) remove(note, body);
};
