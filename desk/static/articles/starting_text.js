/* Another content type in a new piece brings its own text to begin with, as long as nobody has written in the text. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const texts = JSON.parse(document.getElementById("starting-texts").textContent);
  const kind = document.getElementById("id_kind");
  const body = document.getElementById("id_body");
  const words = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
  const untouched = new Set(["", ...Object.values(texts).map(words)]);
  kind?.addEventListener("change", () => {
    if (!untouched.has(words(body.value)) || /<(figure|img)/.test(body.value)) return;
    const text = texts[kind.value] ?? "";
    const editor = body.closest(".prose-editor")?.querySelector(".ProseMirror")?.editor;
    if (editor) editor.commands.setContent(text, { emitUpdate: true });
    else body.value = text;
  });
});
