/* Menus are details elements and work without this script. With it Escape shuts the open one and gives the keyboard back,
   and so does a click beside it. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const opened = () => [...document.querySelectorAll("details[data-menu][open]")];
  document.addEventListener("click", ({ target }) => {
    opened().filter((menu) => !menu.contains(target)).forEach((menu) => { menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && opened().pop();
    if (!menu) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget) opened().filter((menu) => !menu.contains(relatedTarget)).forEach((menu) => { menu.open = false; });
  });
}
