// Where a text holds what is looked for. Pure. Accents, the shape of quotation marks and dashes and the width of spaces do
// not count, nor do capitals unless they are asked for.

const SAME_AS = {
  __proto__: null,
  "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'", "\u2039": "'", "\u203a": "'",
  "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"', "\u05f4": '"',
  "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
};
const LEFT_OUT = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const BEFORE_WORD = /[\p{L}\p{N}_]$/u;
const AFTER_WORD = /^[\p{L}\p{N}_]/u;

const alike = (sign, matchCase) => {
  const same = SAME_AS[sign] ?? sign.normalize("NFKD").replace(LEFT_OUT, "").replace(/\s/gu, " ");
  return matchCase ? same : same.toLowerCase();
};

// The text as it is compared, and for each of its characters where the sign that it comes from begins and ends.
const compared = (text, matchCase) => {
  let plain = "";
  const starts = [];
  const ends = [];
  let at = 0;
  for (const sign of text) {
    const same = alike(sign, matchCase);
    for (let unit = 0; unit < same.length; unit += 1) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    if (!same && ends.length) ends[ends.length - 1] = at + sign.length; // an accent belongs to its letter
    plain += same;
    at += sign.length;
  }
  return { plain, starts, ends };
};

/** [from, to] of each place of `wanted` in `text`, none of which overlap. */
export const placesIn = (text, wanted, { matchCase = false, wholeWords = false } = {}) => {
  const needle = compared(wanted, matchCase).plain;
  if (!needle) return [];
  const { plain, starts, ends } = compared(text, matchCase);
  const places = [];
  let at = plain.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    const isPart = (BEFORE_WORD.test(plain.slice(0, at)) && AFTER_WORD.test(needle)) || (AFTER_WORD.test(plain.slice(end)) && BEFORE_WORD.test(needle));
    if (!(wholeWords && isPart)) places.push([starts[at], ends[end - 1]]);
    at = plain.indexOf(needle, wholeWords && isPart ? at + 1 : end);
  }
  return places;
};
