/* A page of the desk that could not be shown opens by itself once the desk answers: soon at first, then ever more seldom.
   Without this script its link opens it. */
"use strict";

const BackSoon = {
  KEY: "opened-again",
  ASKED: 2, // seconds between two questions whether the desk is there
  MOST: 60, // seconds before it is opened again
  FORGOTTEN: 300, // seconds until an earlier trouble counts no more

  start() {
    const { address, times, at } = JSON.parse(sessionStorage.getItem(this.KEY) ?? "{}");
    const isSame = address === location.href && Date.now() - at < this.FORGOTTEN * 1000;
    this.times = isSame ? times + 1 : 1;
    document.querySelector("[data-opens-itself]").hidden = false;
    setTimeout(() => this.ask(), Math.min(2 ** this.times, this.MOST) * 1000);
  },

  async ask() {
    const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) { setTimeout(() => this.ask(), this.ASKED * 1000); return; }
    sessionStorage.setItem(this.KEY, JSON.stringify({ address: location.href, times: this.times, at: Date.now() }));
    location.reload();
  },
};

BackSoon.start();
