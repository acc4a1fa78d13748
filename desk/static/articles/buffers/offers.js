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
      body.delete("_brought"); // of this page
      const { status, said } = await post(keeper.address, body);
      if (status !== 200 || !said) continue; // it stays here until another page of this form is opened
      Copies.drop(keeper.address, tab);
      if (said.look) this.add(said.look, tab, copy.at);
    }
    await this.show();
  },

  /* A page that is loaded again is where it was scrolled to, with what was typed there gone: go to where it is offered, as
     long as nothing was done on this page. The keyboard stays where it is. The browser's own scrolling comes first. */
  async show() {
    await this.isLoaded;
    const isFree = keeper.loaded === null && !location.hash && !("keepsPlace" in document.documentElement.dataset);
    const offer = [...this.place.querySelectorAll("[data-offer]")].find((each) => !each.querySelector("[data-open]"));
    if (!isFree || !offer) return;
    this.place.scrollIntoView({ block: "nearest", behavior: "instant" });
    const link = Object.assign(document.createElement("a"), { href: `#${this.place.id}`, textContent: "what you typed here before" });
    link.addEventListener("click", (event) => {
      event.preventDefault(); // an address with a place in it would be taken for that of a field
      this.place.scrollIntoView({ block: "nearest" });
      offer.querySelector("a")?.focus();
    });
    keeper.say("Not saved: ", link);
  },
  start() {
    this.isLoaded = new Promise((done) => { window.addEventListener("load", done, { once: true }); });
    if (this.place.querySelector("[data-offer]")) history.scrollRestoration = "manual";
    window.addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
    this.tell().then(() => this.show());
    this.sendCopies();
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
  Offers.start();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) Offers.tell(); });
}
