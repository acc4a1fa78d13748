/* Fields for a person or an outlet offer the names on record as one types. Without it, any part of a name does. */
"use strict";

document.querySelectorAll("input[data-names]").forEach((field) => {
  const names = document.getElementById(field.getAttribute("list"));
  let asked = "";
  let soon = 0;

  const ask = async () => {
    const words = field.value.trim();
    if (words.length < 2 || words === asked) return;
    asked = words;
    const answer = await fetch(`${field.dataset.names}&term=${encodeURIComponent(words)}`).catch(() => null);
    const found = answer?.ok ? await answer.json().catch(() => null) : null; // none without the right, or a login
    if (!found || words !== asked) return;
    names.replaceChildren(...found.results.map(({ text }) => new Option(text, text)));
  };

  field.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(ask, 200);
  });
});
