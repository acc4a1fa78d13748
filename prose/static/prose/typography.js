// What straight quotes, dots and hyphens become as they are typed. Pure: text before the caret in, replacement out.

// A word that is an address, a path or a tag: nothing in it is touched.
const ADDRESS =
  /^[([{<«“‘„"']*(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.|xn--?|[^\s@]+@|(?:[\p{L}\d-]+\.)+\p{L}{2,}[/?#:]|[/#\\]|[a-z]:\\)/iu;
const UNSPACED = /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const OPENS_AFTER = /[\s([{<\u2010-\u2015/-]/;
const APOSTROPHE = "\u2019";
const GERSHAYIM = "\u05f4";

// Whether a quotation that begins with `open` has not ended yet. An apostrophe within a word ends none.
const isOpen = (text, open, close) => {
  if (open === close) return text.split(open).filter((_, at) => at).length % 2 === 1;
  const ends = [...text.matchAll(new RegExp(`${close}(?!(?<=\\p{L}${close})\\p{L})`, "gu"))];
  return text.lastIndexOf(open) > (ends.at(-1)?.index ?? -1);
};

const opens = (text, open, close, others) => {
  const before = text.at(-1);
  if (!before || OPENS_AFTER.test(before)) return true;
  if (UNSPACED.test(before)) return !isOpen(text, open, close);
  return others.includes(before) && (text.length === 1 || OPENS_AFTER.test(text.at(-2)));
};

const quote = (text, typed, [open, close, innerOpen, innerClose]) => {
  const [start, end, other] = typed === '"' ? [open, close, innerOpen] : [innerOpen, innerClose, open];
  if (opens(text, start.trim(), end.trim(), [other.trim()])) return start;
  const before = text.at(-1);
  const isEnd = isOpen(text, start.trim(), end.trim());
  if (!isEnd && /\p{N}/u.test(before)) return null; // feet, inches, minutes, seconds
  if (typed === "'") return isEnd ? end : APOSTROPHE;
  return !isEnd && /[\u05d0-\u05ea]/.test(before) ? GERSHAYIM : end;
};

// A mark that the character after it shows to be an apostrophe: "sagt's", "the 1990's", "the '90s".
const apostrophe = (text, [, , innerOpen, innerClose]) => {
  const [mark, after] = [text.at(-2), text.at(-1)];
  const before = text.at(-3) || " ";
  const isLetter = /\p{L}/u.test(after);
  const isInWord = isLetter && ((mark === innerClose && /\p{L}/u.test(before)) || (mark === "'" && /\p{N}/u.test(before)));
  const isDecade = /\p{N}/u.test(after) && mark === innerOpen && OPENS_AFTER.test(before);
  return mark !== APOSTROPHE && (isInWord || isDecade) ? [mark + after, APOSTROPHE + after] : null;
};

const PLAIN = { "\u2013": "--", "\u2014": "---", "\u2026": "...", "\u2018": "'", "\u2019": "'" };

// A word that its last sign shows to be an address gets back what was typed.
const asTyped = (word) => {
  const isShown = /[^@]@$/.test(word) || /^[^/]*\.\p{L}{2,}\/$/u.test(word);
  const plain = word.replace(/[\u2013\u2014\u2026\u2018\u2019]/g, (sign) => PLAIN[sign]);
  return isShown && plain !== word ? [word, plain] : null;
};

/** [typed, printed]: the end of `text` and what it becomes; null where it stays. `marks` are those of the language. */
export const typographic = (text, marks) => {
  const word = /\S*$/u.exec(text)[0];
  const typed = text.at(-1);
  const plain = asTyped(word);
  if (plain) return plain;
  if (ADDRESS.test(word)) {
    const [open, close] = marks.map((mark) => mark.trim());
    // A quotation mark is no part of an address: it ends a quotation that the address stands in.
    return typed === '"' && isOpen(text.slice(0, -1), open, close) ? [typed, marks[1]] : null;
  }
  if (text.endsWith("...")) return ["...", "\u2026"];
  if (text.endsWith("\u2013-")) return ["\u2013-", "\u2014"];
  if (text.endsWith("--")) return ["--", "\u2013"];
  if (typed !== '"' && typed !== "'") return text.length > 1 ? apostrophe(text, marks) : null;
  const mark = quote(text.slice(0, -1), typed, marks);
  return mark && mark !== typed ? [typed, mark] : null;
};
