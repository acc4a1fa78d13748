// What needs a script on the page of a piece, in one file.

// A note that is open is closed before printing, so that it stands in its place in the list.
addEventListener("beforeprint", () => document.querySelector(".note-words:popover-open")?.hidePopover());

// "Copy link": the address of the piece goes to the clipboard, and the button says so for a moment.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  button.after(status);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = status.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; status.textContent = ""; }, 3000);
  });
}
