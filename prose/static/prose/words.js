// Words as prose/text.py counts them: a run of letters and digits, or one character of a script without spaces.

const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}_]`;
const WORD = new RegExp(`[${UNSPACED}]|${LETTER}(?:[^\\s${UNSPACED}\\u2013\\u2014/]*${LETTER})?`, "gu");

export const countWords = (text) => (text.match(WORD) || []).length;
