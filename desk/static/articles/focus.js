/* Where the keyboard is: after a page was drawn, a row added or removed, and a link to a field followed. */
"use strict";

const Focus = {
  /* The element that takes the keyboard for a field: the editor for its text area, the picker's box for its select. */
  seat(element) {
    const editor = element.closest(".prose-editor")?.querySelector(".ProseMirror");
    const picker = element.matches(".select2-hidden-accessible") ? element.parentElement.querySelector(".select2-selection") : null;
    return editor ?? picker ?? element;
  },
  open(element) {
    for (let section = element.closest("details"); section; section = section.parentElement.closest("details")) section.open = true;
  },
  go(element) {
    this.open(element);
    const seat = this.seat(element);
    seat.scrollIntoView({ block: "center" });
    seat.focus({ preventScroll: true });
  },
  /* Headings and messages take the keyboard only from a script. */
  call(element) {
    element.tabIndex = -1;
    element.focus();
  },
  /* What the user has to know first: a conflict, what has to be mended, or what was done. Call it for a page that a
     script has drawn, too. */
  place(root = document) {
    const first = ["[data-focus]", ".error-summary", "#content .errornote", ".messagelist"]
      .map((selector) => root.querySelector(selector)).find((element) => element?.checkVisibility());
    const isElsewhere = "keepsPlace" in document.documentElement.dataset; // place.js: back in the text
    if (first && !isElsewhere) this.call(first);
    return Boolean(first);
  },
  firstField(row) {
    return [...row.querySelectorAll("input:not([type=hidden], [name$=-DELETE]), select, textarea")]
      .find((field) => field.checkVisibility() || field.matches(".select2-hidden-accessible"));
  },
};

document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a[href^='#']");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  Focus.go(field);
});

/* A new row takes the keyboard; after a removed one, the row that follows it, or the link that adds another. */
document.addEventListener("formset:added", ({ target }) => {
  if (target.matches(".inline-related, tr")) setTimeout(() => { const field = Focus.firstField(target); if (field) Focus.go(field); });
});
let removed = { group: null, at: 0 };
document.addEventListener("click", (event) => {
  const row = event.target.closest(".inline-deletelink")?.closest(".inline-related, tr.form-row");
  if (!row) return;
  const group = row.closest(".inline-group");
  removed = { group, at: [...group.querySelectorAll(".inline-related:not(.empty-form), tr.form-row:not(.empty-form)")].indexOf(row) };
}, true);
document.addEventListener("formset:removed", () => {
  const { group, at } = removed;
  const rows = group ? [...group.querySelectorAll(".inline-related:not(.empty-form), tr.form-row:not(.empty-form)")] : [];
  const next = rows[Math.min(at, rows.length - 1)];
  const field = next && Focus.firstField(next);
  if (field) Focus.go(field);
  else group?.querySelector(".add-row a, .addlink")?.focus();
});

/* The box in which one searches has the name of its field. */
function nameSearchBox(select, box) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`)?.textContent ?? "";
  box?.setAttribute("aria-label", label.replace(/:\s*$/, "").trim() || "Search");
}
window.django?.jQuery?.(document).on("select2:open", ({ target }) => {
  nameSearchBox(target, document.querySelector(".select2-container--open .select2-search__field"));
});
window.django?.jQuery?.(() => { // queued behind the admin's own call that makes the pickers
  document.querySelectorAll("select[multiple].select2-hidden-accessible").forEach((select) => {
    nameSearchBox(select, select.parentElement.querySelector(".select2-search__field"));
  });
});

/* Names that the stock admin leaves out. */
document.querySelector("#changelist-search #searchbar")?.setAttribute("aria-label", "Search");
document.querySelectorAll("th.original:empty").forEach((head) => {
  head.replaceWith(Object.assign(document.createElement("td"), { className: head.className }));
});
document.querySelectorAll(".datetime :is(.vDateField, .vTimeField)").forEach((field) => {
  const label = field.closest(".form-row")?.querySelector("label, legend")?.textContent.replace(/:\s*$/, "").trim() ?? "";
  field.setAttribute("aria-label", `${label}, ${field.matches(".vDateField") ? "day" : "hour"}`);
});
window.addEventListener("load", () => {
  document.querySelectorAll("span.help-tooltip[aria-label]").forEach((tip) => tip.setAttribute("role", "img"));
});

if (!location.hash) {
  // Once more when all is loaded: the admin's own script moves to the first field of a new record's form.
  if (Focus.place() && document.querySelector(".error-summary, [data-focus]")) window.addEventListener("load", () => Focus.place());
}
