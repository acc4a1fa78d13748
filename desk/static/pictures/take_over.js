/* A statement of the file is put into its field by a button. */
"use strict";

document.querySelectorAll("[data-takes]").forEach((button) => {
  const field = document.getElementById(button.dataset.takes);
  if (!field) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    field.value = button.dataset.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
});
