/* What somebody types on while a save by key is under way, and until its page stands: it is written where the caret was
   as soon as one can write there, on this page or on the next. */
"use strict";

const Ahead = {
  KEY: "typed-ahead",
  OTHERS: ["Enter", "Backspace"],
  keys: JSON.parse(sessionStorage.getItem("typed-ahead") ?? "[]"),
  isWaiting: Boolean(placeToGo),

  take(event) {
    const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    const isText = [...event.key].length === 1 || this.OTHERS.includes(event.key);
    const seat = document.activeElement;
    if (!this.isWaiting || (seat !== document.body && !seat.closest("[inert]"))) return; // in a field it is typed as usual
    if (isCommand || event.isComposing || !isText) return;
    event.preventDefault();
    this.keys.push(event.key);
  },
  write() {
    this.isWaiting = false;
    const seat = document.activeElement;
    for (const key of this.keys.splice(0)) {
      if (seat.editor) this.writeInText(seat.editor, key);
      else if (seat.matches("input, textarea")) this.writeInField(seat, key);
    }
  },

  /* As the key does in the editor: quotes become the language's, Enter leaves a pull quote. */
  writeInText({ view, commands }, key) {
    const { from, to, empty, $from } = view.state.selection;
    const last = empty ? $from.nodeBefore?.text?.match(/.$/su)?.[0] : "";
    if (key === "Backspace" && last !== undefined) { view.dispatch(view.state.tr.delete(from - last.length, to)); return; }
    if (this.OTHERS.includes(key)) { commands.keyboardShortcut(key); return; }
    const insert = () => view.state.tr.insertText(key, from, to);
    if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, key, insert))) view.dispatch(insert());
  },
  writeInField(field, key) {
    if (key === "Enter") return; // it would send the form, or is no part of a line
    if (key === "Backspace" && field.selectionStart === field.selectionEnd) field.selectionStart -= field.selectionStart ? 1 : 0;
    field.setRangeText(key === "Backspace" ? "" : key, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  },

  /* The next page asks something, or one has gone on elsewhere: the words are said, at least. */
  tell() {
    this.isWaiting = false;
    const form = document.querySelector("#article_form") ?? document.querySelector("#content-main form[method=post]");
    const words = this.keys.splice(0).filter((key) => !this.OTHERS.includes(key)).join("");
    if (form && words.trim()) Status.say(form, `While this was sent you typed “${words}”. It is not in the text.`, { alert: true });
  },
};

sessionStorage.removeItem(Ahead.KEY);
document.addEventListener("keydown", (event) => Ahead.take(event), { capture: true });
document.addEventListener("desk:frozen", () => { Ahead.isWaiting = Boolean(Place.held); });
document.addEventListener("desk:thawed", () => { if (Ahead.isWaiting) Ahead.write(); });
document.addEventListener("desk:placed", ({ detail: isThere }) => { if (isThere) Ahead.write(); else Ahead.tell(); });
window.addEventListener("pagehide", () => {
  if (Ahead.keys.length) sessionStorage.setItem(Ahead.KEY, JSON.stringify(Ahead.keys));
});
if (!placeToGo) window.addEventListener("DOMContentLoaded", () => Ahead.tell());
