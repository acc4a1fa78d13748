/* One place in each form where scripts say what happens, beside its buttons; screen readers read it out.

   Status.say(form, "Saving…")                                  waits until the reader has finished (role=status)
   Status.say(form, "Not saved: …", { alert: true, more: [link] })   interrupts (role=alert); more: nodes behind the text
   Status.clear(form)
*/
"use strict";

const Status = {
  place(form) {
    let place = form.querySelector(".desk-status");
    if (!place) {
      place = document.createElement("div");
      place.className = "desk-status";
      place.setAttribute("role", "status"); // there before it says anything, or nothing is read out
      const buttons = [...form.querySelectorAll(".submit-row")].pop();
      if (buttons) buttons.prepend(place);
      else form.append(place);
    }
    return place;
  },
  say(form, text, { alert = false, more = [] } = {}) {
    const place = this.place(form);
    place.setAttribute("role", alert ? "alert" : "status");
    place.classList.toggle("is-alert", alert);
    const words = document.createElement("p");
    words.textContent = text;
    place.replaceChildren(words, ...more);
  },
  clear(form) {
    const place = this.place(form);
    place.replaceChildren();
    place.classList.remove("is-alert");
  },
};

document.querySelectorAll("#content form[method=post]").forEach((form) => Status.place(form));
