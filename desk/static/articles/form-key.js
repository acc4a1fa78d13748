/* Back leads to the form that was sent, not to a new one: the browser may draw the page anew, with another key, but it
   keeps what a page stored in its place of the history. */
"use strict";

const key = document.querySelector("[data-form-key]");
if (key) {
  const kept = history.state?.formKey;
  if (kept) key.value = kept;
  else history.replaceState({ ...history.state, formKey: key.value }, "");
}
