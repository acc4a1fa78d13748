// Foot- and endnotes on the clipboard: each reference becomes a note with its text inside, the list of notes goes.

// What a reference points at in Word, Google Docs and LibreOffice.
const TARGET = /#((?:_ftn|_edn|ftnt|sdfootnote|sdendnote)\d+(?:sym)?)$/i;
const BACK = /#(?:_ftnref|_ednref|ftnt_ref|sdfootnote\d+anc|sdendnote\d+anc)/i;
const NOTE_LIST = '[data-style*="footnote-list"], [data-style*="endnote-list"]';

const noteOf = (target) =>
  target.closest('[data-style*="mso-element:footnote"], [data-style*="mso-element:endnote"]') ||
  target.closest('[id^="sdfootnote"]:not(a), [id^="sdendnote"]:not(a)') ||
  target.closest("li, p, div");

const textOf = (note) => {
  const copy = note.cloneNode(true);
  for (const link of copy.querySelectorAll("a")) {
    if (BACK.test(link.getAttribute("href") || "")) (link.closest("sup") || link).remove();
  }
  const span = note.ownerDocument.createElement("span");
  span.setAttribute("data-footnote", "");
  const paragraphs = copy.querySelectorAll("p");
  for (const [index, part] of [...(paragraphs.length ? paragraphs : [copy])].entries()) {
    if (index) span.append(note.ownerDocument.createElement("br"));
    span.append(...part.childNodes);
  }
  const first = span.firstChild;
  if (first?.nodeType === 3) first.data = first.data.trimStart();
  return span;
};

/** Replace every reference in `body` by its note. A reference whose note was not copied keeps its mark as text. */
export const gatherNotes = (body) => {
  const emptied = new Set();
  for (const reference of body.querySelectorAll("a[href]")) {
    const name = TARGET.exec(reference.getAttribute("href"))?.[1];
    if (!name) continue;
    const target = body.querySelector(`[name="${name}"], [id="${name}"]`);
    const note = target && target !== reference && noteOf(target);
    if (!note || note.contains(reference)) continue;
    const sup = reference.closest("sup");
    const place = sup && sup.textContent.trim() === reference.textContent.trim() ? sup : reference;
    place.replaceWith(textOf(note));
    emptied.add(note);
  }
  for (const note of emptied) {
    let gone = note;
    while (gone.parentElement !== body && gone.parentElement.textContent.trim() === gone.textContent.trim()) {
      gone = gone.parentElement;
    }
    const before = gone.previousElementSibling;
    gone.remove();
    if (before?.localName === "hr") before.remove();
  }
  for (const list of body.querySelectorAll(NOTE_LIST)) if (!list.textContent.trim()) list.remove();
};
