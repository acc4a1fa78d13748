/* Who else has the piece open, and which version was saved meanwhile, in the words of the desk. It forbids nothing. */
"use strict";

const Presence = {
  place: document.querySelector("[data-presence]"),

  show({ others, taken, newer, take_over: address }) {
    if (!this.place || !others) return;
    const sentences = [...(newer ? [newer.sentence] : []), ...(taken ? [taken] : []), ...others];
    if (this.told === sentences.join("\n")) return; // screen readers read it out each time
    this.told = sentences.join("\n");
    this.place.replaceChildren(...sentences.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    this.place.classList.toggle("is-taken", Boolean(taken || newer));
    if (others.length && address) {
      this.place.lastElementChild.append(" ", Object.assign(document.createElement("a"), { href: address, textContent: "Take over…" }));
    }
    if (newer) this.tell(newer);
  },
  /* Of a form with unsaved text the link leaves everything where it is. */
  tell({ number, address, link: textContent }) {
    const link = Object.assign(document.createElement("a"), { href: address, textContent });
    if (keeper.isUnsaved) link.target = "_blank";
    this.place.firstElementChild.append(" ", link);
    document.querySelectorAll("[data-newest]").forEach((place) => { place.textContent = number; });
  },
};
