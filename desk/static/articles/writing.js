/* While a form is filled in: its buttons stay on the part of the page that is on screen, Ctrl+S saves, and the text has the
   language that is chosen for it. */
"use strict";

const PINCHED = 1.2; // from this scale on somebody looks at one spot, and bars would cover it
const LEAST_KEYS = 100; // pixels: what covers more of the screen's foot is a keyboard

/* A telephone's keyboard covers the foot of the page, which sticky bars do not know. */
function followScreen(bar) {
  const root = document.documentElement;
  const screen = window.visualViewport;
  const place = () => {
    const isPinched = screen.scale > PINCHED;
    const above = isPinched ? 0 : screen.offsetTop;
    const below = isPinched ? 0 : Math.max(0, root.clientHeight - screen.offsetTop - screen.height);
    root.style.setProperty("--above-screen", `${above}px`);
    root.style.setProperty("--below-screen", `${below}px`);
    bar.classList.toggle("is-above-keys", below > LEAST_KEYS);
    root.style.setProperty("--act-bar", `${bar.offsetHeight}px`);
  };
  screen.addEventListener("resize", place);
  screen.addEventListener("scroll", place);
  new ResizeObserver(place).observe(bar);
  place();
}

/* Ctrl+S, on a Mac Cmd+S, presses Save. */
function saveByKey(save) {
  const isMac = /Mac|iP(hone|[oa]d)/.test(navigator.platform);
  save.title = isMac ? "\u2318S" : "Ctrl+S";
  save.setAttribute("aria-keyshortcuts", isMac ? "Meta+S" : "Control+S");
  document.addEventListener("keydown", (event) => {
    const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!isCommand || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault(); // not the browser's "save this page"
    if (event.repeat || document.querySelector("dialog[open]")) return;
    if (save.name === "_continue") Place.hold(save.form); // the other leads to another page
    save.form.requestSubmit(save);
  });
}

/* Spelling, shaping and direction follow the language as soon as it is chosen. */
function followLanguage(select) {
  const toLeft = select.dataset.rightToLeft.split(" ");
  select.addEventListener("change", () => {
    select.form.querySelectorAll("[data-in-its-language]").forEach((field) => {
      field.lang = select.value;
      field.dir = toLeft.includes(select.value) ? "rtl" : "ltr";
    });
  });
}

document.querySelectorAll("select[data-right-to-left]").forEach(followLanguage);
document.querySelectorAll(".submit-row").forEach(followScreen);
const save = document.querySelector(".submit-row [name=_continue]") || document.querySelector(".submit-row [name=_save]");
if (save) saveByKey(save);
