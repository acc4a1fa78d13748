/* One list of the keys, opened by its button, by Ctrl+/, on a Mac Cmd+/, and by ? where nothing is typed. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const sheet = document.querySelector("[data-keys]");
  const opener = document.querySelector("[data-open-keys]");
  if (sheet && opener) {
    const isMac = /Mac|iP(hone|[oa]d)/.test(navigator.platform);
    if (isMac) sheet.querySelectorAll("[data-command]").forEach((key) => { key.textContent = "\u2318"; });
    let before = null;
    const open = () => {
      before = document.activeElement;
      sheet.showModal();
      sheet.scrollTop = 0; // its one button, which has the keyboard, stands at the end
    };
    opener.hidden = false;
    opener.addEventListener("click", open);
    sheet.querySelector("[data-shut-keys]").addEventListener("click", () => sheet.close());
    sheet.addEventListener("close", () => (before?.checkVisibility() ? before : opener.closest("details").querySelector("summary")).focus());
    const isTypedInto = (element) => element.isContentEditable || element.matches("input, select, textarea, [role=combobox]");
    document.addEventListener("keydown", (event) => {
      const isCommand = isMac ? event.metaKey : event.ctrlKey;
      const isBare = event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTypedInto(event.target);
      if (!(isBare || (isCommand && event.key === "/")) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      open();
    });
  }
}
