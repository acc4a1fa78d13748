/* Headline and dek are one line each, however many it takes on the screen: Enter goes on to the next field. They grow with
   their text, by script where the browser's own `field-sizing` is missing. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const fields = document.querySelectorAll(":is(.field-headline, .field-dek) textarea");
  const grows = CSS.supports("field-sizing", "content");
  const grow = (field) => { field.style.height = "auto"; field.style.height = `${field.scrollHeight}px`; };
  const next = (field) => {
    const row = field.closest(".form-row").nextElementSibling;
    return row?.querySelector(".ProseMirror") ?? row?.querySelector("textarea");
  };

  fields.forEach((field) => {
    field.rows = 1;
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      next(field)?.focus();
    });
    field.addEventListener("input", () => {
      if (/[\r\n]/.test(field.value)) {
        const at = field.selectionStart;
        field.value = field.value.replace(/\s*[\r\n]+\s*/g, " ");
        field.setSelectionRange(at, at);
      }
      if (!grows) grow(field);
    });
    if (!grows) grow(field);
  });

  /* A new piece begins with its headline; the admin's own script goes to the first field, which is a choice made already. */
  const [headline] = fields;
  if (headline && !headline.value && document.querySelector("[data-form-key]")) {
    window.addEventListener("load", () => {
      const here = document.activeElement;
      if (here === document.body || here.matches(".piece-line *, [name=_enter]")) headline.focus({ preventScroll: true });
    });
  }
}
