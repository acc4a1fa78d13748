/* A row in which something is typed is not destroyed by "Remove": it is set aside, and Undo brings it back until the form
   is saved. The server takes it for deleted, as it does rows with a checked "Remove". */
"use strict";

function isTypedIn(row) {
  return [...row.querySelectorAll("input, textarea, select")].some((field) => {
    if (field.type === "hidden" || field.name.endsWith("-order")) return false;
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") return [...field.selectedOptions].some((option) => option.value && !option.defaultSelected);
    return field.value.trim() !== field.defaultValue.trim();
  });
}

/* What a row is called in the message: the record picked in it, else the first words typed. */
function nameOf(row) {
  const picked = row.querySelector("select.admin-autocomplete")?.selectedOptions[0]?.textContent;
  const typed = [...row.querySelectorAll("input[type=text], input[type=url], textarea")].map((field) => field.value);
  return [picked, ...typed].map((words) => words?.trim()).find(Boolean)?.slice(0, 80) || "a row";
}

function setAside(row) {
  const mark = Object.assign(document.createElement("input"), { type: "hidden", name: `${row.id}-DELETE`, value: "on" });
  const message = document.createElement("div");
  const undo = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Undo" });
  const words = Object.assign(document.createElement("span"), { textContent: `Removed: ${nameOf(row)}.` });
  const told = () => row.dispatchEvent(new Event("change", { bubbles: true }));
  message.className = "row-removed";
  words.setAttribute("role", "status");
  message.append(words, undo);
  undo.addEventListener("click", () => {
    mark.remove();
    row.hidden = false;
    message.remove();
    told();
    row.querySelector(".select2-selection, input:not([type=hidden]), textarea, select")?.focus();
  });
  row.append(mark);
  row.hidden = true;
  row.after(message);
  undo.focus();
  told();
}

// Heard before the admin's own script, which would take the row out of the page.
document.addEventListener("click", (event) => {
  const row = event.target.closest?.(".inline-deletelink")?.closest(".inline-related, tr.form-row");
  if (!row || !isTypedIn(row)) return;
  event.preventDefault();
  event.stopPropagation();
  setAside(row);
}, true);
