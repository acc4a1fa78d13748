// Words in the colour of their ground: nobody sees them on the page, so they are no text of it. As in
// intake/sources/tidy/unseen.py, a ground that only a style sheet elsewhere could tell is unknown: such white words stay,
// and an editor is asked.

import { isFaint, styleOf } from "prose/paste/styles";

const NAMED = new Map([["white", "#ffffff"], ["black", "#000000"], ...["transparent", "none", "inherit", "initial"].map((name) => [name, ""])]);
const HEX = /#(?:[0-9a-f]{3}|[0-9a-f]{6})(?![0-9a-f])/;
const RGB = /rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*(\d*\.?\d+%?)\s*)?\)/;
const WHITE = "#ffffff";
const UNKNOWN = "unknown";
const COLOURS = ["color", "background", "background-color", "background-image"];
const GROUNDS = ["background-image", "background-color", "background", "mso-shading", "mso-highlight"];

// Browsers write so into what somebody copied from a page, without the page's ground.
const COPIED = /-webkit-text-stroke-width:/;
const MOST_OF_THE_PAGE = 0.3;
const SHOWN = 80;

const wordsOf = (element) => element.textContent.replace(/\s+/g, " ").trim();

const twoDigits = (number) => Math.min(Number(number), 255).toString(16).padStart(2, "0");

/** The colour in a declaration as "#rrggbb"; "" for none, "unknown" where a picture or a gradient is. */
const colourIn = (declaration) => {
  const words = (declaration || "").toLowerCase().replace("!important", " ").trim();
  if (!words) return "";
  if (/url\(|gradient\(|image\(/.test(words)) return UNKNOWN;
  const rgb = words.match(RGB);
  if (rgb) return rgb[4] !== undefined && parseFloat(rgb[4]) === 0 ? "" : `#${rgb.slice(1, 4).map(twoDigits).join("")}`;
  const hex = words.match(HEX)?.[0];
  if (hex) return hex.length === 7 ? hex : hex.replace(/[0-9a-f]/g, "$&$&");
  return NAMED.get(words.split(/\s/)[0]) ?? UNKNOWN;
};

const ALIKE = 8; // of 255, in each part of a colour
const partsOf = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

// True for two colours between which the eye sees no difference.
const areAlike = (one, other) =>
  one === other || (/^#/.test(one) && /^#/.test(other) && partsOf(one).every((part, at) => Math.abs(part - partsOf(other)[at]) <= ALIKE));

// A ground through which another one is seen.
const isTranslucent = (words) => !["1", "1.0", "100%", undefined].includes(words.match(RGB)?.[4]);

const ownGround = (element, declared) => {
  const style = declared(element);
  for (const words of [...GROUNDS.map((name) => style[name]), element.getAttribute("bgcolor"), element.getAttribute("background")]) {
    const colour = colourIn(words);
    if (colour) return isTranslucent(words) ? UNKNOWN : colour;
  }
  return "";
};

const groundOf = (element, declared) =>
  element ? ownGround(element, declared) || groundOf(element.parentElement, declared) : "";

const ownColour = (element, declared) => colourIn(declared(element).color || element.getAttribute("color"));

const hasOtherColours = (element, colour, declared) =>
  [...element.querySelectorAll("*")].some(
    (inner) => [ownColour(inner, declared), ownGround(inner, declared)].some((own) => own && !areAlike(own, colour)),
  );

const mayColour = (declarations) => COLOURS.some((name) => colourIn(declarations[name]));

/**
 * Remove words in the colour of their ground from `body`; returns those that may be such. `declared` gives an element's
 * declarations, `unread` are those of other rules, `hasSheets` says if there are style sheets elsewhere.
 */
export const removeUnseen = (body, { declared, unread, hasSheets }, report) => {
  const elements = [...body.querySelectorAll("*")];
  const isCopied = elements.some((element) => COPIED.test(element.dataset?.style || ""));
  const paper = isCopied || hasSheets || unread.some(mayColour) ? "" : WHITE;
  const unsure = [];
  for (const element of elements.filter((each) => !["", UNKNOWN].includes(ownColour(each, declared)))) {
    const colour = ownColour(element, declared);
    if (!body.contains(element) || !wordsOf(element) || hasOtherColours(element, colour, declared)) continue;
    const ground = groundOf(element, declared) || paper;
    if (areAlike(colour, ground)) report.leaveOut(element, "words in the colour of their ground");
    else if (!ground && areAlike(colour, WHITE)) unsure.push(wordsOf(element));
  }
  const isDarkPage = isCopied && unsure.join("").length > MOST_OF_THE_PAGE * wordsOf(body).length;
  return isDarkPage ? [] : unsure;
};

/** Words that their own style may hide; none where that is much of the page, which its scripts then show. */
export const faintWords = (body) => {
  const faint = [...body.querySelectorAll("[data-style]")].filter((element) => isFaint(styleOf(element))).map(wordsOf).filter(Boolean);
  return faint.join("").length > MOST_OF_THE_PAGE * wordsOf(body).length ? [] : faint;
};

/** A sentence for each of the words that may be unseen and came into the text. */
export const questionsOn = (unsure, text, why = "is white on the page, perhaps on white") => {
  const bare = (words) => words.replace(/\s+/g, "");
  const whole = bare(text);
  return [...new Set(unsure)]
    .filter((words) => whole.includes(bare(words)))
    .map((words) => `“${words.slice(0, SHOWN)}” ${why}: does it belong to the text?`);
};
