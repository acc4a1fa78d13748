/* The desk's few scripts. Everything works without them: order by number, topics by typing, preview by button. */
"use strict";

/* Rows in order: up and down by button (keyboard) or by dragging. The number fields stay the truth. */
const Rows = {
  places(group) {
    return [...group.querySelectorAll(".inline-related:not(.empty-form)")]
      .filter((row) => row.querySelector("input[name$='-order']"));
  },
  number(group) {
    this.places(group).forEach((row, index) => {
      row.querySelector("input[name$='-order']").value = index + 1;
    });
  },
  move(row, step) {
    const group = row.closest(".inline-group");
    const rows = this.places(group);
    const other = rows[rows.indexOf(row) + step];
    if (!other) return false;
    other[step < 0 ? "before" : "after"](row);
    this.number(group);
    row.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  },
  button(row, label, text, step) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "row-move";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => { if (Rows.move(row, step)) button.focus(); });
    return button;
  },
  /* A row's heading is called what the row is about, without the buttons that stand in it; and these say whose they are. */
  name(row, heading) {
    const words = [...heading.querySelectorAll(":scope > b, :scope > .inline_label")];
    words.forEach((element, at) => { element.id = `${row.id}-name-${at}`; });
    heading.setAttribute("aria-labelledby", words.map(({ id }) => id).join(" "));
    const whose = words.at(-1);
    if (!whose) return;
    row.querySelectorAll(".row-move, details > summary, .delete input").forEach((element, at) => {
      const own = element.querySelector(":scope > [id]") ?? element.labels?.[0] ?? element;
      own.id ||= `${row.id}-own-${at}`;
      element.setAttribute("aria-labelledby", `${own.id} ${whose.id}`);
    });
  },
  equip(row) {
    const heading = row.querySelector("h3");
    if (!heading) return;
    const tools = row.querySelector(":scope > .row-tools") ?? heading;
    if (row.querySelector("input[name$='-order']") && !tools.querySelector(".row-move")) {
      const moves = document.createElement("span");
      moves.className = "row-moves";
      moves.append(this.button(row, "Move up", "↑", -1), this.button(row, "Move down", "↓", 1));
      tools.append(moves);
      row.classList.add("is-ordered");
      tools.addEventListener("pointerdown", (event) => this.drag(row, event));
    }
    const remove = heading.querySelector("span:has(> .inline-deletelink)"); // the admin's own script puts it there
    if (remove && tools !== heading) tools.prepend(remove);
    this.name(row, heading);
  },
  drag(row, event) {
    if (event.button !== 0 || event.target.closest("a, button, input, label, select, textarea")) return;
    const heading = event.currentTarget;
    heading.setPointerCapture(event.pointerId);
    row.classList.add("is-dragged");
    const follow = (move) => {
      const rows = this.places(row.closest(".inline-group"));
      const at = rows.indexOf(row);
      const above = rows[at - 1], below = rows[at + 1];
      if (above && move.clientY < above.getBoundingClientRect().bottom - above.offsetHeight / 2) this.move(row, -1);
      else if (below && move.clientY > below.getBoundingClientRect().top + below.offsetHeight / 2) this.move(row, 1);
    };
    heading.addEventListener("pointermove", follow);
    heading.addEventListener("lostpointercapture", () => {
      heading.removeEventListener("pointermove", follow);
      row.classList.remove("is-dragged");
    }, { once: true });
  },
};

/* Topics: the list of suggestions follows the word behind the last comma. */
function suggestTopics(input) {
  const list = document.getElementById(input.getAttribute("list"));
  if (!list) return;
  const known = [...list.options].map((option) => option.value);
  input.addEventListener("input", () => {
    const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
    const lead = before ? `${before.trimEnd()} ` : "";
    const said = before.split(",").map((topic) => topic.trim().toLowerCase());
    list.replaceChildren(...known.filter((topic) => !said.includes(topic.toLowerCase())).map((topic) => {
      const option = document.createElement("option");
      option.value = lead + topic;
      return option;
    }));
  });
}

/* Whether a list shows something other than when it was drawn: the admin calls its lists changed when a page opens. */
function isPicked(select) {
  if (!select.matches?.("select")) return true;
  const options = [...select.options];
  if (select.multiple) return options.some((option) => option.selected !== option.defaultSelected);
  return select.value !== ((options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "");
}

/* A page with unsaved text asks before it is left. */
function guardUnsaved(form) {
  let isChanged = document.querySelector(".errornote, .error-summary, .unsaved") !== null; // refused: what is typed is saved nowhere
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("change", () => { isChanged = true; });
  // The admin's pickers speak by way of jQuery, which native listeners do not hear.
  window.django?.jQuery?.(form).on("change", ({ target }) => { isChanged ||= isPicked(target); });
  form.addEventListener("desk:leaving", () => { isChanged = false; }); // sending.js: the desk has it
  window.addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
}

/* A link to a field opens the section it stands in. */
function openField(name) {
  const place = document.querySelector(`.field-${CSS.escape(name)}, #${CSS.escape(name)}-group, #part-${CSS.escape(name)}`);
  if (!place) return;
  for (let section = place; section; section = section.parentElement.closest("details")) {
    if (section.tagName === "DETAILS") section.open = true;
  }
  place.querySelectorAll(":scope > fieldset > details").forEach((section) => { section.open = true; });
  place.scrollIntoView({ block: "center" });
  focusIn(place);
}

/* Focus what is written or chosen in a field or its rows: never the box that deletes a row. Where there is no row yet,
   the link that adds one. Editors and pickers take a moment to stand there. */
function focusIn(place, patience = 50) {
  const candidates = place.querySelectorAll(
    "input:not([type=hidden], [name$='-DELETE'], [name$='-order']), [contenteditable=true], textarea, .select2-selection, select, .picture-field button, .add-row a");
  const isReplaced = (element) => element.matches("select.admin-autocomplete")
    || element.getAttributeNames().some((name) => name.startsWith("data-django-prose-editor"));
  const isOnItsWay = [...candidates].find((element) => !element.closest(".empty-form"))?.matches("select.admin-autocomplete:not(.select2-hidden-accessible)");
  const first = isOnItsWay ? null : [...candidates].find((element) => !isReplaced(element) && !element.closest(".empty-form") && element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().width > 2);
  if (first) first.focus();
  else if (patience) setTimeout(() => focusIn(place, patience - 1), 100);
}

/* A search-as-you-type list says to a screen reader what it is for, empty or not. */
function namePickers() {
  document.querySelectorAll("select.admin-autocomplete.select2-hidden-accessible").forEach((select) => {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const box = select.parentElement.querySelector(".select2-selection");
    if (!label || !box) return;
    label.id ||= `${select.id}-label`;
    box.removeAttribute("aria-labelledby"); // it would name the sign that clears the list, too
    box.querySelector(".select2-selection__rendered")?.setAttribute("aria-labelledby", label.id);
    sayChoice(select);
  });
}

/* What is chosen in such a list is part of its name; a person's line is called after the person. */
function sayChoice(select, isNew = false) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`)?.textContent.trim() ?? "";
  const words = [...select.selectedOptions].map((option) => option.textContent.trim()).join(", ");
  select.parentElement.querySelector(".select2-selection")?.setAttribute("aria-label", `${label} ${words}`.trim());
  const line = isNew && words && select.closest("#bylines-group .inline-related");
  if (line) line.querySelector(".inline_label").textContent = words;
}

/* The preview on a button's page follows what is chosen there. */
function followChoices(frame) {
  const form = document.querySelector(".act-form");
  const link = document.querySelector("[data-preview-link]");
  const start = new URL(frame.src);
  const isChoice = (name) => !["csrfmiddlewaretoken", "version", "reason"].includes(name);
  form?.addEventListener("change", () => {
    const address = new URL(start);
    for (const { name } of form.elements) if (isChoice(name)) address.searchParams.delete(name); // a form sends no empty box
    for (const [name, value] of new FormData(form)) {
      // What is too long for an address is left out of the preview.
      if (isChoice(name) && value.length < 1000) address.searchParams.set(name, value);
    }
    frame.src = address.href;
    if (link) link.href = address.href;
  });
}

window.django?.jQuery?.(document).on("change", "select.admin-autocomplete", ({ target }) => sayChoice(target, true));
document.addEventListener("formset:added", (event) => {
  if (event.target.matches(".inline-related")) Rows.equip(event.target);
  setTimeout(namePickers);
});
// Queued behind the admin's own calls, which make the pickers and the links that remove rows.
window.django?.jQuery?.(() => {
  namePickers();
  document.querySelectorAll(".inline-group .inline-related:not(.empty-form)").forEach((row) => Rows.equip(row));
});
document.querySelectorAll("input[list$='-known']").forEach(suggestTopics);
// Forms with a password are sent by the browser itself, and hold nothing that is written for readers.
document.querySelectorAll("#content-main form[method=post]:not(#changelist-form, [data-bring-back], :has([type=password]))").forEach(guardUnsaved);
document.querySelectorAll("[data-preview]").forEach(followChoices);
const openNamed = () => { if (location.hash.startsWith("#field-")) openField(location.hash.slice("#field-".length)); };
window.addEventListener("hashchange", openNamed);
openNamed();
