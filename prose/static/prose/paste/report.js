// What a paste left out, and sentences on what it changed: told in the words of the desk's report on a text.

const SHOWN = 80;
const MOST_NAMED = 20;

const wordsOf = (element) =>
  [element.textContent, ...[element, ...element.querySelectorAll("img")].map((each) => each.getAttribute("alt"))]
    .filter(Boolean)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

/** The parts of one paste that are in no text ({what, text}), and sentences. */
export class Report {
  parts = [];

  sentences = [];

  /** Remove an element. It is named, unless it has no words; `isShown` names one without words, as a picture is. */
  leaveOut(element, what, { isShown = false } = {}) {
    if (!element.isConnected) return; // removed already, with an element around it
    const text = wordsOf(element);
    element.remove();
    if (what && (text || isShown)) this.parts.push({ what, text });
  }

  /** Say something once; after twenty links, say how many more there are. */
  say(sentence) {
    if (!this.sentences.includes(sentence)) this.sentences.push(sentence);
  }

  dropLink(link, reason) {
    const words = wordsOf(link);
    if (words) (this.lost ??= new Set()).add(`The link “${words.slice(0, SHOWN)}” was dropped, its words stay: ${reason}`);
  }

  /** Say which links were dropped. */
  nameLinks() {
    const lost = [...(this.lost || [])];
    for (const sentence of lost.slice(0, MOST_NAMED)) this.say(sentence);
    const more = lost.length - MOST_NAMED;
    if (more > 0) this.say(`${more} more links were dropped in the same way.`);
  }
}
