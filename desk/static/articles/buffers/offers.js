/* Offers of what was typed and not saved: none for a page that lives in another tab; and copies that were kept in this
   browser go to the desk, which says whether they are to be offered. */
"use strict";

const Offers = {
  place: document.querySelector("[data-offers]"),

  async alive() {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return new Set(held.map(({ name }) => name));
  },

  /* What lives in another tab is not lost: it is only said that it is there. */
  async tell() {
    const alive = await this.alive();
    this.place.querySelectorAll("[data-offer]").forEach((offer) => {
      const isOpen = alive.has(keeper.lock(offer.dataset.offer));
      offer.querySelector("[data-open]")?.remove();
      for (const part of offer.children) part.hidden = isOpen;
      if (isOpen) {
        const note = Object.assign(document.createElement("p"), { textContent: "You have this open in another tab, with text that is not saved yet." });
        note.dataset.open = "";
        offer.append(note);
      }
    });
  },

  async sendCopies() {
    const alive = await this.alive();
    for (const [tab, copy] of Copies.of(keeper.address)) {
      if (tab === keeper.tab || alive.has(keeper.lock(tab))) continue;
      const body = keeper.body("typed", copy);
      const more = { _tab: tab, _late: "1", _ago: Math.max(0, Math.round((Date.now() - copy.at) / 1000)) };
      for (const [name, value] of Object.entries(more)) body.set(name, value);
      const { status, said } = await post(keeper.address, body);
      if (status !== 200 || !said) continue; // it stays here until another page of this form is opened
      Copies.drop(keeper.address, tab);
      if (said.look) this.add(said.look, tab, copy.at);
    }
  },

  add(address, tab, at) {
    this.place.querySelectorAll(`[data-offer="${tab}"]`).forEach((offer) => offer.remove());
    const offer = document.createElement("div");
    offer.className = "kept-offer";
    offer.dataset.offer = tab;
    const words = `You typed here at ${DeskHour.dayAndHour(at)} and did not save it. `;
    const link = Object.assign(document.createElement("a"), { className: "act-link", href: address, textContent: "Look at it" });
    const text = document.createElement("p");
    text.append(words, link);
    offer.append(text);
    this.place.append(offer);
    this.place.hidden = false;
  },
};

if (keeper && Offers.place) {
  Offers.tell();
  Offers.sendCopies();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) Offers.tell(); });
}
