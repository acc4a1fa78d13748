/* Update published pages: goes on looking, or updating, in short turns. Without it a link or a button does a turn. */
"use strict";

const JSON_WANTED = { headers: { Accept: "application/json" }, credentials: "same-origin" };

function count(name, number) {
  document.querySelectorAll(`[data-count="${name}"]`).forEach((place) => { place.textContent = number; });
}

/* Looks at the pages that the first answer had no time for, and adds them up. */
async function goOnLooking(place) {
  const sums = { changing: 0, same: 0, refused: 0 };
  for (const name of Object.keys(sums)) {
    sums[name] = Number(place.querySelector(`[data-count="${name}"]`).textContent);
  }
  let address = place.dataset.look;
  while (address) {
    const answer = await fetch(address, JSON_WANTED).catch(() => null);
    if (!answer?.ok) return; // the link beside the numbers stays
    const found = await answer.json();
    for (const name of Object.keys(sums)) count(name, sums[name] += found[name]);
    if (sums.refused) place.querySelector("[data-any='refused']").hidden = false;
    address = found.next;
  }
  place.querySelector("[data-unseen]")?.remove();
}

/* Takes turns until all is done, somebody stops it, or a turn fails; then the page is drawn anew. */
async function goOnUpdating(form) {
  const bar = document.getElementById("progress");
  const state = document.querySelector("[data-state]");
  let before = -1;
  for (;;) {
    const body = new FormData(form);
    body.set("wish", "turn");
    const answer = await fetch(location.href, { ...JSON_WANTED, method: "POST", body }).catch(() => null);
    if (!answer?.ok) {
      state.textContent = "The desk did not answer. What is done stays done: press “Go on”.";
      return;
    }
    const found = await answer.json();
    for (const name of ["settled", "done", "unchanged", "refused", "waiting"]) count(name, found[name]);
    bar.value = found.settled;
    if (found.is_over || found.is_stopped) {
      location.reload();
      return;
    }
    if (found.settled === before) {
      state.textContent = "Somebody is working on what is left. Press “Go on” in a while.";
      return;
    }
    before = found.settled;
  }
}

document.querySelectorAll("[data-look]:not([data-look=''])").forEach(goOnLooking);
document.querySelectorAll("[data-batch='going']").forEach(goOnUpdating);
