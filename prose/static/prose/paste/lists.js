// Word writes lists as paragraphs that carry their bullet or number as text, Word for the web as one list for each
// point, older tools put an inner list beside its point: here they become nested lists.

import { styleOf } from "prose/paste/styles";

const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

const fromRoman = (letters) =>
  [...letters].reduce((sum, letter, at) => {
    const value = ROMAN[letter];
    return value < ROMAN[letters[at + 1]] ? sum - value : sum + value;
  }, 0);

const digitsOf = (text) => [...text].map((digit) => digit.codePointAt(0) & 0xf).join("");

// The kind of list that a point's marker means, and the point's number; null where it cannot be told.
const kindOf = (marker) => {
  const inner = marker.replace(/^[([]/, "").replace(/[.)\]:、．]+$/, "");
  const number = /(\d+|[\u0660-\u0669\u06f0-\u06f9]+)$/u.exec(inner);
  if (number) return { tag: "ol", type: "", number: Number(/\d/.test(number[0]) ? number[0] : digitsOf(number[0])) };
  if (inner === marker || !/^\p{L}{1,6}$/u.test(inner)) return { tag: "ul", type: "", number: null };
  const letters = inner.toLowerCase();
  const isUpper = inner !== letters;
  if (/^([ivx]|[ivxlcdm]{2,})$/.test(letters)) return { tag: "ol", type: isUpper ? "I" : "i", number: fromRoman(letters) };
  return { tag: "ol", type: isUpper ? "A" : "a", number: /^[a-z]$/.test(letters) ? letters.charCodeAt(0) - 96 : null };
};

const markerOf = (paragraph) =>
  [...paragraph.querySelectorAll("[data-style]")].find((span) => styleOf(span)["mso-list"] === "ignore");

const LABEL = /\p{L}{2,}\s*\d/u; // "Case 3:", words that the author's list prints: no list, as in intake

const takeMarker = (paragraph) => {
  const ignored = markerOf(paragraph);
  const marker = ignored?.textContent.replaceAll("\u00a0", " ").trim() || "";
  let outer = ignored;
  while (outer && outer.parentElement !== paragraph && outer.parentElement.textContent === outer.textContent) {
    outer = outer.parentElement;
  }
  outer?.remove();
  return marker;
};

// Points by their paragraph: {level, tag, number}.
const wordPoints = (body) => {
  const points = new Map();
  for (const paragraph of body.querySelectorAll("p")) {
    const level = /\blevel(\d+)/.exec(styleOf(paragraph)["mso-list"] || "");
    if (level && !LABEL.test(markerOf(paragraph)?.textContent || "")) points.set(paragraph, { level: Number(level[1]), ...kindOf(takeMarker(paragraph)) });
  }
  for (const point of body.querySelectorAll("li[data-aria-level]")) {
    const list = point.parentElement;
    const paragraph = body.ownerDocument.createElement("p");
    paragraph.append(...(point.querySelector(":scope > p") || point).childNodes);
    const number = list.localName === "ol" ? Number(list.getAttribute("start")) || null : null;
    points.set(paragraph, { level: Number(point.dataset.ariaLevel), tag: list.localName, number });
    (list.closest(".ListContainerWrapper") || list).before(paragraph);
    point.remove();
    if (!list.children.length) (list.closest(".ListContainerWrapper") || list).remove();
  }
  return points;
};

const isNext = ({ list }, { tag, type, number }) =>
  list.localName === tag &&
  (list.getAttribute("type") || "") === (type || "") &&
  (number === null || number === Number(list.getAttribute("start") || 1) + list.childElementCount);

const listFor = (paragraph, { tag, type, number }) => {
  const list = paragraph.ownerDocument.createElement(tag);
  if (type) list.setAttribute("type", type);
  if (number > 1) list.setAttribute("start", number);
  return list;
};

// The list that takes a point; `open` holds the innermost list of each level, outermost first. The level of the first
// point of a run is the outermost, whatever its number.
const listOf = (open, paragraph, point) => {
  while (open.length > 1 && open.at(-1).level > point.level) open.pop();
  const current = open.at(-1);
  if (current?.level > point.level) current.level = point.level;
  if (current?.level === point.level && isNext(current, point)) return current.list;
  const list = listFor(paragraph, point);
  if (current?.level === point.level) open.pop();
  const holder = open.at(-1)?.list.lastElementChild;
  if (holder) holder.append(list);
  else paragraph.before(list);
  open.push({ level: point.level, list });
  return list;
};

/** Turn runs of Word's list paragraphs in `body` into nested lists. */
export const gatherLists = (body) => {
  let open = [];
  let run = null;
  for (const [paragraph, point] of wordPoints(body)) {
    if (!run || paragraph.previousElementSibling !== run) open = [];
    const item = paragraph.ownerDocument.createElement("li");
    const line = paragraph.ownerDocument.createElement("p");
    line.append(...paragraph.childNodes);
    item.append(line);
    listOf(open, paragraph, point).append(item);
    run = open[0].list;
    paragraph.remove();
  }
};

const TYPES = { "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I" };

/** Give numbered lists the kind of numbers that their style or their first point's names. */
export const typeLists = (body) => {
  for (const list of body.querySelectorAll("ol:not([type])")) {
    const styles = [list.querySelector(":scope > li"), list].filter(Boolean).map((element) => styleOf(element)["list-style-type"]);
    const named = styles.find((style) => TYPES[style]);
    if (named) list.setAttribute("type", TYPES[named]);
  }
};

/** Put lists that stand beside the points of a list into the point before them. */
export const nestLists = (body) => {
  for (const inner of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const outer = inner.parentElement;
    if (inner.previousElementSibling?.localName === "li") inner.previousElementSibling.append(inner);
    else if (outer.childElementCount === 1) outer.replaceWith(inner);
    else inner.replaceWith(...inner.childNodes);
  }
};
