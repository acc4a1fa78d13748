/* Copies of a form in this browser, for as long as the desk cannot be reached: by account, so that nobody else who logs in
   here is shown them or sends them, and by form and page. */
"use strict";

const Copies = {
  LASTS: 30 * 24 * 3600 * 1000,
  start: (address) => `kept:${Session.accountOf(document)} ${address} `,

  /* Keep a copy. Returns false if the browser has no room for it. `fields`: names and values; `at`: its own clock. */
  keep(address, tab, { fields, turn, at }) {
    try {
      localStorage.setItem(this.start(address) + tab, JSON.stringify({ fields, turn, at }));
      return true;
    } catch {
      return false;
    }
  },
  drop(address, tab) {
    try { localStorage.removeItem(this.start(address) + tab); } catch { /* no storage at all: nothing is there */ }
  },
  /* The account's copies of a form: [tab, copy]. What is older than 30 days goes, whosever it is. */
  of(address) {
    const own = [];
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith("kept:")) continue;
        const copy = JSON.parse(localStorage.getItem(key));
        if (Date.now() - copy.at > this.LASTS) localStorage.removeItem(key);
        else if (key.startsWith(this.start(address))) own.push([key.slice(this.start(address).length), copy]);
      }
    } catch { /* no storage, or a copy that cannot be read */ }
    return own;
  },
};
