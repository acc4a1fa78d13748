/* Who else has the piece open, in the words of the desk. It forbids nothing. */
"use strict";

const Presence = {
  place: document.querySelector("[data-presence]"),

  show({ others, taken, take_over: address }) {
    if (!this.place || !others) return;
    const sentences = taken ? [taken, ...others] : others;
    if (this.told === sentences.join("\n")) return; // screen readers read it out each time
    this.told = sentences.join("\n");
    this.place.replaceChildren(...sentences.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    this.place.classList.toggle("is-taken", Boolean(taken));
    if (others.length && address) {
      this.place.lastElementChild.append(" ", Object.assign(document.createElement("a"), { href: address, textContent: "Take over…" }));
    }
  },
};
