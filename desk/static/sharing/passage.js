// Brings the words that are selected in the piece into the comment form below it.

const form = document.querySelector("[data-comment]");
const piece = document.querySelector("article.article");

if (form && piece) {
  const place = form.elements.quoted_words;
  const bring = document.createElement("button");
  bring.type = "button";
  bring.className = "shared-bring";
  bring.textContent = "Comment on these words";
  bring.hidden = true;
  document.body.append(bring);
  form.querySelector("[data-hint]").hidden = false;
  let words = "";

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const isInPiece = selection.rangeCount > 0 && piece.contains(selection.getRangeAt(0).commonAncestorContainer);
    words = isInPiece ? wordsOf(selection.getRangeAt(0)) : "";
    bring.hidden = !words;
  });

  // Before the press takes the focus, and the selection with it.
  bring.addEventListener("pointerdown", (event) => event.preventDefault());

  bring.addEventListener("click", () => {
    place.value = words;
    form.elements.place.value = "";
    bring.hidden = true;
    form.scrollIntoView();
    form.elements.words.focus();
  });
}

function wordsOf(range) {
  const part = range.cloneContents();
  part.querySelectorAll("sup").forEach((mark) => mark.remove());
  return part.textContent.replace(/\s+/g, " ").trim();
}
