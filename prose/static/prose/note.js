// What stands in an endnote, as HTML: one line of text with marks. `marks` are the elements a note may hold;
// they come from prose/allowed.py by way of the editor's configuration.

const SAME_AS = { __proto__: null, b: "strong", i: "em", cite: "em", del: "s", strike: "s", ins: "u" };
const ATTRIBUTES = { __proto__: null, a: ["href", "title", "hreflang"] };
const BLOCKS = new Set([
  "p", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table", "aside", "pre",
]);

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const marked = (element, tag, inner) => {
  const said = (ATTRIBUTES[tag] || [])
    .filter((name) => element.getAttribute(name))
    .map((name) => ` ${name}="${escaped(element.getAttribute(name))}"`);
  if (tag === "a" && !/^(https?:|mailto:|#|piece:|author:|outlet:)/i.test(element.getAttribute("href") || "")) return inner;
  return inner.trim() ? `<${tag}${said.join("")}>${inner}</${tag}>` : inner;
};

const inside = (node, marks) => {
  let html = "";
  for (const child of node.childNodes) {
    if (child.nodeType === 3) html += escaped(child.data.replace(/[ \t\r\n\f]+/g, " "));
    if (child.nodeType !== 1) continue;
    const tag = SAME_AS[child.localName] || child.localName;
    if (tag === "br") html += "<br>";
    else if (["script", "style", "template"].includes(tag)) continue;
    else if (child.hasAttribute("data-footnote")) html += ` (${inside(child, marks)})`; // a note of a pasted text
    else if (BLOCKS.has(tag)) html += `<br>${inside(child, marks)}<br>`;
    else html += marks.includes(tag) ? marked(child, tag, inside(child, marks)) : inside(child, marks);
  }
  return html;
};

/** The HTML of a note, read from the children of `node`. */
export const noteHTML = (node, marks) =>
  inside(node, marks)
    .replace(/<br>(?:[ \n]*<br>)*[ \n]*/g, "<br>")
    .replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, "");

/** The nodes of a note, made in an inert document: nothing in them is loaded or run. */
export const noteNodes = (html) => {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.childNodes].map((node) => document.importNode(node, true));
};

export const noteText = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
