/* A save by key takes nobody out of the text: after it the caret, the selection and the line on the screen are where they
   were, and what was done is said beside the buttons, where screen readers read it out. */
"use strict";

const Place = {
  KEY: "place-in-form",
  PATIENCE: 100, // looks at whether the editor is ready, 50 ms apart
  held: null,

  /* Where one writes now; null outside of fields. */
  now(form) {
    const seat = document.activeElement;
    const editor = seat.editor;
    const field = editor ? seat.closest(".prose-editor").querySelector("textarea") : seat;
    if (!field?.id || !form.contains(field) || !field.matches("input, textarea, select") || field.closest(".submit-row")) return null;
    const { from: start, to: end } = editor ? editor.state.selection : { from: field.selectionStart, to: field.selectionEnd };
    return { id: field.id, start, end, top: seat.getBoundingClientRect().top };
  },
  hold(form) {
    this.held = this.now(form);
  },

  /* The page that follows a save which was done. One that asks or refuses takes the keyboard itself. */
  next() {
    const kept = JSON.parse(sessionStorage.getItem(this.KEY) ?? "null");
    sessionStorage.removeItem(this.KEY);
    const message = document.querySelector(".messagelist .success");
    const isAsked = document.querySelector("[data-focus], .error-summary, #content .errornote");
    return kept && message && !isAsked && document.getElementById(kept.id) ? { ...kept, said: message.textContent } : null;
  },
  go({ id, start, end, top, said }, patience = this.PATIENCE) {
    const field = document.getElementById(id);
    const isEditor = Boolean(field.closest(".prose-editor")) || field.getAttributeNames().some((name) => name.startsWith("data-django-prose-editor"));
    const seat = isEditor ? field.closest(".prose-editor")?.querySelector(".ProseMirror") : field;
    if (isEditor && !seat?.editor) {
      if (patience) setTimeout(() => this.go({ id, start, end, top, said }, patience - 1), 50);
      else this.tell(false);
      return;
    }
    if (document.activeElement !== document.body) { this.tell(false); return; } // the user has gone on already
    for (let section = seat.closest("details"); section; section = section.parentElement.closest("details")) section.open = true;
    seat.focus({ preventScroll: true });
    if (isEditor) seat.editor.commands.setTextSelection({ from: start, to: end });
    else if (start !== null && start !== undefined) field.setSelectionRange(start, end);
    window.scrollBy({ top: seat.getBoundingClientRect().top - top, behavior: "instant" });
    Status.say(field.form, said);
    this.tell(true);
    field.form.addEventListener("input", () => Status.clear(field.form), { once: true });
  },
  tell(isThere) {
    document.dispatchEvent(new CustomEvent("desk:placed", { detail: isThere }));
  },
};

const placeToGo = Place.next();
if (placeToGo) {
  document.documentElement.dataset.keepsPlace = ""; // focus.js leaves the keyboard alone
  window.addEventListener("load", () => Place.go(placeToGo));
}
document.addEventListener("click", ({ target }) => { if (target.closest(".submit-row")) Place.held = null; });
document.addEventListener("desk:leaving", () => {
  if (Place.held) sessionStorage.setItem(Place.KEY, JSON.stringify(Place.held));
});
