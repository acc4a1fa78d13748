/* Back leads to the piece that a form has made, not to a form for a second one: the browser may draw the form anew, with
   another key and without topics, people and added rows, but it keeps what a page stored in its place of the history. */
"use strict";

const key = document.querySelector("[data-form-key]");
const drawnAnew = document.querySelector("[data-drawn-anew]");

/* Go on at the piece if there is one. Whoever types already goes on here: the desk merges it. */
async function goToPiece() {
  let isTyping = false;
  key.form.addEventListener("beforeinput", () => { isTyping = true; }, { once: true }); // by users only
  const piece = new URL(`?form_key=${key.value}`, location.href.split("#")[0]);
  const answer = await fetch(piece, { method: "HEAD", redirect: "manual", cache: "no-store" }).catch(() => null);
  if (answer?.status !== 204 || isTyping) return;
  key.form.dispatchEvent(new CustomEvent("desk:leaving", { bubbles: true }));
  location.replace(piece);
}

/* Typed text that never arrived stays in its form: only a form that the desk took leads on. */
if (key) {
  const { formKey: kept, isTaken } = history.state ?? {};
  const note = (more) => history.replaceState({ ...history.state, ...more }, "");
  if (kept) [key.value, drawnAnew.value] = [kept, "1"];
  else note({ formKey: key.value });
  if (isTaken) goToPiece();
  key.form.addEventListener("desk:leaving", () => note({ isTaken: true }));
  window.addEventListener("pageshow", (event) => { if (event.persisted && history.state?.isTaken) goToPiece(); });
}
