// A note that is open is closed before printing, so that it stands in its place in the list.

addEventListener("beforeprint", () => document.querySelector(".note-words:popover-open")?.hidePopover());
