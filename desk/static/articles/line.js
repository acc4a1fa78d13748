/* A text in line to be read: its page looks in place how far it is. The keyboard stays where it is, and a screen reader
   hears only of a new place in the line. Without it the page is drawn anew every two seconds. */
"use strict";

(() => {
  const box = document.querySelector("[data-in-line]");
  const seconds = Number(box?.dataset.inLine);

  const look = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer || answer.status >= 500) return; // it is asked again: the desk may be away for a moment
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-in-line]");
    if (!found) {
      location.reload(); // read, refused, gone, or somebody has to log in
      return;
    }
    for (const part of ["[role=status]", "[data-seconds]", "h2"]) {
      const words = found.querySelector(part).textContent;
      if (box.querySelector(part).textContent !== words) box.querySelector(part).textContent = words;
    }
    box.querySelector("progress").value = found.querySelector("progress").value;
  };

  const goOn = async () => {
    await look();
    setTimeout(goOn, 1000 * seconds);
  };
  if (box) setTimeout(goOn, 1000 * seconds);
})();
