/* The panel that says what the page would say: asked anew a moment after each change. Without this script its button
   opens the same in a new tab. */
"use strict";

const PAUSE = 700; // milliseconds without a change

function followTyping(panel) {
  const form = panel.closest("form");
  const lines = panel.querySelector("[data-effective-lines]");
  const state = panel.querySelector("[data-effective-state]");
  let waiting = null, asked = null, drawn = null;

  const typed = () => {
    const said = new FormData(form);
    return new URLSearchParams([...said].filter(([, value]) => typeof value === "string"));
  };
  /* The lines, and the words of each part of the piece, which stand at their parts. Whoever sees the reasons goes on seeing them. */
  const draw = (html) => {
    const showsReasons = lines.querySelector("[data-show-reasons]")?.checked;
    lines.innerHTML = html;
    lines.querySelectorAll("[data-says]").forEach((said) => {
      const words = form.querySelector(`[data-part-words="${said.dataset.says}"]`);
      if (words && words.textContent !== said.textContent) words.textContent = said.textContent;
      said.remove();
    });
    const box = lines.querySelector("[data-show-reasons]");
    if (box && showsReasons) box.checked = true;
  };
  const say = (text) => { if (state.textContent !== text) state.textContent = text; };

  const ask = async () => {
    const sent = typed();
    if (String(sent) === drawn) { panel.removeAttribute("aria-busy"); say(""); return; }
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(panel.dataset.effective, {
        method: "POST", body: sent, redirect: "manual", cache: "no-store", signal: asked.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      draw(await answer.text());
      drawn = String(sent);
      panel.removeAttribute("aria-busy");
      say("");
    } catch (error) {
      if (error.name === "AbortError") return;
      panel.removeAttribute("aria-busy");
      say("This could not be brought up to date. It will be with the next change.");
    }
  };
  const soon = () => {
    clearTimeout(waiting);
    panel.setAttribute("aria-busy", "true");
    waiting = setTimeout(ask, PAUSE);
  };

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // The admin's pickers and added rows speak by way of jQuery, which native listeners do not hear.
  window.django?.jQuery?.(form).on("change", soon);
  document.addEventListener("formset:added", soon);
  document.addEventListener("formset:removed", soon);
  form.addEventListener("click", (event) => { if (event.target.closest(".row-move")) soon(); });
  ask();
}

document.querySelectorAll("[data-effective]").forEach(followTyping);
