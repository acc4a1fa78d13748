// Word writes lists as paragraphs that carry their bullet or number as text; here they become lists again.

const place = (paragraph) => {
  const said = /mso-list:\s*l(\d+)\s+level(\d+)/i.exec(paragraph.dataset.style || "");
  return said ? { list: said[1], level: Number(said[2]) } : null;
};

const takeMarker = (paragraph) => {
  const ignored = paragraph.querySelector('[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]');
  const marker = ignored?.textContent.replaceAll("\u00a0", " ").trim() || "";
  let outer = ignored;
  while (outer && outer.parentElement !== paragraph && outer.parentElement.textContent === outer.textContent) {
    outer = outer.parentElement;
  }
  outer?.remove();
  return marker;
};

const listFor = (paragraph, marker) => {
  const number = /^\(?(?:(\d+)|[a-z]|[ivxlc]+)[.)]$/i.exec(marker);
  const list = paragraph.ownerDocument.createElement(number ? "ol" : "ul");
  if (Number(number?.[1]) > 1) list.setAttribute("start", number[1]);
  return list;
};

// `open` holds the innermost list of each level, outermost first.
const open = (opened, paragraph, level, marker) => {
  const holder = opened.at(-1)?.lastElementChild;
  const list = listFor(paragraph, marker);
  if (holder) holder.append(list);
  else paragraph.before(list);
  opened.push(list);
  if (opened.length < level) {
    list.append(paragraph.ownerDocument.createElement("li"));
    open(opened, paragraph, level, marker);
  }
};

/** Turn runs of Word's list paragraphs in `body` into nested lists. */
export const gatherLists = (body) => {
  let opened = [];
  let last = null;
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const at = place(paragraph);
    if (!at || paragraph.localName !== "p") continue;
    const marker = takeMarker(paragraph);
    if (!last || last !== previousBlock(paragraph, opened[0])) opened = [];
    opened = opened.slice(0, at.level);
    const current = opened[at.level - 1];
    if (current && current.localName !== listFor(paragraph, marker).localName) opened.pop();
    if (opened.length < at.level) open(opened, paragraph, at.level, marker);
    const item = paragraph.ownerDocument.createElement("li");
    const line = paragraph.ownerDocument.createElement("p");
    line.append(...paragraph.childNodes);
    item.append(line);
    opened.at(-1).append(item);
    last = opened[0];
    paragraph.remove();
  }
};

const previousBlock = (paragraph, list) => (paragraph.previousElementSibling === list ? list : null);
