// What is found in a document: in its paragraphs, notes and captions. A hit is {from, to, pieces} in the text, or
// {from, to, attribute, index} for the index-th place in the note or caption of the node that stands there.

import { crel } from "django-prose-editor/editor";
import { placesIn } from "prose/find/matching";
import { noteHTML, noteNodes } from "prose/note";

const INSIDE = { endnote: "note", picture: "caption" }; // node -> its attribute that holds words

// The runs of text of a paragraph: [text, position]. Notes between them are no words of it.
const runsOf = (block, position) => {
  const runs = [];
  block.forEach((node, offset) => {
    if (node.isText) runs.push([node.text, position + 1 + offset]);
    else if (node.type.name === "hardBreak") runs.push(["\n", position + 1 + offset]);
  });
  return runs;
};

// The parts of [from, to] of the joined runs, each as a range of its own.
const piecesOf = (runs, from, to) => {
  const pieces = [];
  let at = 0;
  for (const [text, start] of runs) {
    const [first, last] = [Math.max(from, at), Math.min(to, at + text.length)];
    if (first < last) pieces.push([start + first - at, start + last - at]);
    at += text.length;
  }
  return pieces;
};

const inBlock = (block, position, wanted, options) => {
  const runs = runsOf(block, position);
  const text = runs.map(([part]) => part).join("");
  return placesIn(text, wanted, options).map(([from, to]) => {
    const pieces = piecesOf(runs, from, to);
    return { from: pieces[0][0], to: pieces.at(-1)[1], pieces };
  });
};

// The runs of a note or caption: [text, its node], a line break as one without a node.
const runsInside = (holder) => {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const runs = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 3) runs.push([node.data, node]);
    else if (node.localName === "br") runs.push(["\n", null]);
  }
  return runs;
};

const inAttribute = (node, position, wanted, options) => {
  const attribute = INSIDE[node.type.name];
  const text = runsInside(crel("p", null, noteNodes(node.attrs[attribute]))).map(([part]) => part).join("");
  return placesIn(text, wanted, options).map((_place, index) => ({ from: position, to: position + node.nodeSize, attribute, index }));
};

/** All hits of a document in order. */
export const hitsIn = (doc, wanted, options) => {
  const hits = [];
  doc.descendants((node, position) => {
    if (node.isTextblock) hits.push(...inBlock(node, position, wanted, options));
    if (INSIDE[node.type.name]) hits.push(...inAttribute(node, position, wanted, options));
  });
  return hits.sort((one, other) => one.from - other.from);
};

// The HTML of a note or caption with other words at some of its places.
const reworded = (html, indexes, { wanted, words, options, marks }) => {
  const holder = crel("p", null, noteNodes(html));
  const runs = runsInside(holder);
  const text = runs.map(([part]) => part).join("");
  const places = placesIn(text, wanted, options).filter((_place, at) => indexes.has(at)).reverse();
  let end = text.length;
  for (const [part, node] of runs.toReversed()) {
    const start = end - part.length;
    for (const [from, to] of node ? places : []) {
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      if (first < last) node.replaceData(first - start, last - first, first === from ? words : "");
    }
    end = start;
  }
  return noteHTML(holder, marks);
};

const replaceInText = (transaction, { pieces }, words) => {
  for (const [at, [from, to]] of [...pieces.entries()].toReversed()) {
    if (at === 0 && words) transaction.insertText(words, from, to);
    else transaction.delete(from, to);
  }
};

/** Put `words` in the place of hits. Notes that stand within a hit stay, behind the words. */
export const replaceHits = (transaction, hits, asked) => {
  const inside = new Map();
  for (const hit of hits.toReversed()) {
    if (!hit.attribute) replaceInText(transaction, hit, asked.words);
    else {
      if (!inside.has(hit.from)) inside.set(hit.from, { ...hit, indexes: new Set(), mapped: transaction.steps.length });
      inside.get(hit.from).indexes.add(hit.index);
    }
  }
  for (const { from, attribute, indexes, mapped } of inside.values()) {
    const position = transaction.mapping.slice(mapped).map(from);
    const html = transaction.doc.nodeAt(position).attrs[attribute];
    transaction.setNodeAttribute(position, attribute, reworded(html, indexes, asked));
  }
  return transaction;
};
