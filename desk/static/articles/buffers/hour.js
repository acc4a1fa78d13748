/* Hours by the desk's clock and in its zone: the browser's own clock may be wrong. */
"use strict";

const DeskHour = {
  place: document.querySelector("[data-keep]"),
  loaded: performance.timeOrigin + performance.now(),

  /* What is to be added to the browser's clock. */
  get off() {
    return Date.parse(this.place.dataset.now) - this.loaded;
  },
  /* "14:02" for an instant of the browser's clock. */
  words(instant = Date.now()) {
    const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: this.place.dataset.zone };
    return new Intl.DateTimeFormat("en-GB", options).format(instant + this.off);
  },
  /* "14:02 on Tuesday, 3 March". */
  dayAndHour(instant) {
    const options = { weekday: "long", day: "numeric", month: "long", timeZone: this.place.dataset.zone };
    return `${this.words(instant)} on ${new Intl.DateTimeFormat("en-GB", options).format(instant + this.off)}`;
  },
};
