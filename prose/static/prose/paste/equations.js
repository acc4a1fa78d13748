// Equations on the clipboard, of Word (Office MathML) and of pages (MathML), written in one line as intake writes
// them: x², (a+b)/2, √(x), ∑. The shapes are those of intake/sources/word/equations.py.

const IN_COMMENT = /<!--\[if gte msEquation[^\]]*\]>((?:(?!<!--)[\s\S])*?)<!\[endif\]-->/gi;
const UNREAD = "annotation, annotation-xml, mspace, mprescripts, none";
const WRITTEN_TWICE = '.katex-html, mjx-math, .MathJax_Preview, .MathJax_SVG, .MathJax > [aria-hidden="true"]';

/** Take Word's equations out of the comments that browsers skip. Only there a tag may end with "/>". */
export const showEquations = (html) =>
  html.replace(IN_COMMENT, (_, equation) => equation.replace(/<(m:\w+)([^<>]*?)\/>/g, "<$1$2></$1>"));

const isWord = (element) => element.localName.startsWith("m:");
const child = (element, name) => [...element.children].find((each) => each.localName === name);

// The parts of a shape: by their names in Word, in their order in MathML. One that is missing is empty.
const partsOf = (element, ...names) =>
  names
    .map((name, at) => (isWord(element) ? child(element, name) : element.children[at]))
    .map((part) => (part ? within(part) : []));

const piece = (text, mark = "") => ({ text, mark });
const textOf = (pieces) => pieces.map(({ text }) => text).join("");

const grouped = (pieces) => {
  const text = textOf(pieces).trim();
  return [...text].length < 2 || /^[\p{L}\p{N}]+$/u.test(text) ? pieces : [piece("("), ...pieces, piece(")")];
};

const script = (pieces, mark) =>
  pieces.flatMap((each) =>
    each.mark ? [piece(each.mark === "sup" ? "^" : "_", mark), { ...each, mark }] : [{ ...each, mark }],
  );

const joined = (parts, between) => parts.flatMap((part, at) => [...(at ? [piece(between)] : []), ...part]);
const value = (element, holder, name, attribute) =>
  (isWord(element) ? child(element, holder) && child(child(element, holder), name)?.getAttribute("m:val") : element.getAttribute(attribute)) ?? null;

const fraction = (element) => {
  const [over, under] = partsOf(element, "m:num", "m:den");
  return [...grouped(over), piece("/"), ...grouped(under)];
};
const raised = (element) => {
  const [base, up] = partsOf(element, "m:e", "m:sup");
  return [...base, ...script(up, "sup")];
};
const lowered = (element) => {
  const [base, down] = partsOf(element, "m:e", "m:sub");
  return [...base, ...script(down, "sub")];
};
const both = (element) => {
  const [base, down, up] = partsOf(element, "m:e", "m:sub", "m:sup");
  return [...base, ...script(down, "sub"), ...script(up, "sup")];
};
const before = (element) => {
  const [down, up, base] = partsOf(element, "m:sub", "m:sup", "m:e");
  return [...script(down, "sub"), ...script(up, "sup"), ...base];
};
const root = (element) => {
  const [base, degree = []] = element.localName === "msqrt" ? [[...element.children].flatMap(within)] : partsOf(element, "m:e", "m:deg");
  return [...script(degree, "sup"), piece("√"), ...grouped(base)];
};
const operator = (element) => {
  const [down, up, base] = partsOf(element, "m:sub", "m:sup", "m:e");
  const sign = value(element, "m:narypr", "m:chr") || "∫";
  return [piece(sign), ...script(down, "sub"), ...script(up, "sup"), piece(" "), ...base];
};
const fenced = (element) => {
  const sign = (name, attribute, usual) => value(element, "m:dpr", name, attribute) ?? usual;
  const inner = isWord(element)
    ? [...element.children].filter((each) => each.localName === "m:e").map(within)
    : [...element.children].map(within);
  const between = sign("m:sepchr", "separators", isWord(element) ? "|" : ",");
  return [piece(sign("m:begchr", "open", "(")), ...joined(inner, between), piece(sign("m:endchr", "close", ")"))];
};
const called = (element) => {
  const [name, base] = partsOf(element, "m:fname", "m:e");
  return [...name, piece(" "), ...base];
};
const accented = (element) => [...partsOf(element, "m:e")[0], piece(value(element, "m:accpr", "m:chr") || "\u0302")];
const limit = (element) => {
  const [base, end] = partsOf(element, "m:e", "m:lim");
  return [...base, ...script(end, /low$|under$/.test(element.localName) ? "sub" : "sup")];
};
const matrix = (element) => {
  const rows = [...element.children].filter((each) => ["m:mr", "mtr"].includes(each.localName));
  const cells = (row) => [...row.children].filter((each) => ["m:e", "mtd"].includes(each.localName)).map(within);
  return [piece("["), ...joined(rows.map((row) => joined(cells(row), ", ")), "; "), piece("]")];
};
const lines = (element) => joined([...element.children].filter((each) => each.localName === "m:e").map(within), "; ");

const SHAPES = {
  __proto__: null,
  "m:f": fraction, "m:ssup": raised, "m:ssub": lowered, "m:ssubsup": both, "m:spre": before, "m:rad": root, "m:nary": operator,
  "m:d": fenced, "m:func": called, "m:acc": accented, "m:limlow": limit, "m:limupp": limit, "m:m": matrix, "m:eqarr": lines,
  mfrac: fraction, msup: raised, msub: lowered, msubsup: both, munderover: both, msqrt: root, mroot: root, mfenced: fenced,
  munder: limit, mover: limit, mtable: matrix,
};
const SIMPLE = new Set(["m:ssup", "m:ssub", "m:ssubsup", "msup", "msub", "msubsup"]);

const within = (element) => {
  if (SHAPES[element.localName]) return SHAPES[element.localName](element);
  if (element.localName === "semantics") return element.firstElementChild ? within(element.firstElementChild) : [];
  if (/^m:\w+pr$/.test(element.localName) || element.matches(UNREAD)) return [];
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === 1) return within(node);
    // Between the elements of an equation there are only line ends.
    const isText = /^(?:m:r|m:t|mi|mn|mo|mtext|ms|span|i|b|em|strong)$/.test(element.localName);
    return isText && node.nodeType === 3 && node.data.trim() ? [piece(node.data.replace(/\s+/g, " ").trim())] : [];
  });
};

const packed = (element) => element.textContent.replace(/\s+/g, "");

// The element that stands for the equation alone: pages put it into a box with a picture of it, hidden or not.
const boxOf = (equation) => {
  let box = equation;
  while (box.parentElement?.matches("span, i, em, font, mjx-container, mjx-assistive-mml") && packed(box.parentElement) === packed(equation)) {
    box = box.parentElement;
  }
  return box;
};

const replaceBy = (equation, pieces) => {
  const box = boxOf(equation);
  let next = box.nextSibling;
  while (next && (next.nodeType === 8 || (next.nodeType === 3 && !next.data.trim()))) next = next.nextSibling;
  if (next?.nodeType === 1 && !next.textContent.trim() && next.matches("img, span:has(img)")) next.remove();
  box.replaceWith(
    ...pieces.map(({ text, mark }) => {
      if (!mark) return text;
      const made = equation.ownerDocument.createElement(mark);
      made.textContent = text;
      return made;
    }),
  );
};

/** Write every equation in `body` in one line. One that loses a shape by it is named. */
export const writeEquations = (body, report) => {
  const equations = [...body.querySelectorAll("math, m\\:omath")];
  if (equations.length) for (const twice of body.querySelectorAll(WRITTEN_TWICE)) twice.remove();
  for (const equation of equations) {
    const pieces = within(equation);
    if (!pieces.length) continue;
    const isChanged = [...equation.querySelectorAll("*")].some(({ localName }) => SHAPES[localName] && !SIMPLE.has(localName));
    if (isChanged) {
      report.say(`An equation was written in one line: “${textOf(pieces).slice(0, 80)}”. Compare it with the file.`);
    }
    replaceBy(equation, pieces);
  }
};
