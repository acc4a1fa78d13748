/* Where there is no room beside the text, what readers get is a sheet that a button of the act bar opens. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const sheet = document.querySelector("aside.effective");
  const opener = document.querySelector("[data-open-sheet]");
  const shut = sheet?.querySelector("[data-shut-sheet]");
  const hasRoom = matchMedia("(min-width: 1200px)");

  const fit = () => {
    const isSheet = !hasRoom.matches;
    if (!isSheet && sheet.hasAttribute("popover") && sheet.matches(":popover-open")) sheet.hidePopover();
    sheet.toggleAttribute("popover", isSheet);
    if (isSheet) sheet.setAttribute("role", "dialog");
    else sheet.removeAttribute("role");
    [opener, shut].forEach((button) => { button.hidden = !isSheet; });
    opener.setAttribute("aria-haspopup", "dialog");
  };

  if (sheet && opener) {
    opener.addEventListener("click", () => sheet.showPopover());
    shut.addEventListener("click", () => sheet.hidePopover());
    sheet.addEventListener("toggle", ({ newState }) => {
      if (newState === "open") sheet.querySelector("h2").focus();
      else if (!hasRoom.matches) opener.focus({ preventScroll: true });
    });
    hasRoom.addEventListener("change", fit);
    fit();
  }
}
