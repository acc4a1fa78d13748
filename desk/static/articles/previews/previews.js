// The previews: remember the choice of size, colours and tab; show the paper's style sheet; print.
const KEY = "desk-previews";
const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
const keep = (changes) => localStorage.setItem(KEY, JSON.stringify(Object.assign(kept, changes)));

if (matchMedia("(max-width: 767px)").matches) document.getElementById("preview-phone").checked = true; // the other is wider than the screen
for (const radio of document.querySelectorAll(".previews > input[type=radio]")) {
  if (kept[radio.name] === radio.id) radio.checked = true;
  radio.addEventListener("change", () => keep({ [radio.name]: radio.id }));
}
window.addEventListener("hashchange", () => keep({ look: location.hash }));
if (!location.hash && document.getElementById(kept.look?.slice(1))) location.replace(kept.look);

// A frame cannot be told that it is paper: what is for paper is made for every medium.
function onPaper(media) {
  if (media.mediaText === "print") media.mediaText = "all";
  else if (media.mediaText === "screen" || media.mediaText.includes("color-scheme: dark")) media.mediaText = "not all";
}
function turnToPaper(frame) {
  for (const sheet of frame.contentDocument.styleSheets) {
    onPaper(sheet.media);
    for (const rule of sheet.cssRules) if (rule.media) onPaper(rule.media);
  }
}
const paper = document.querySelector("[data-paper]");
if (paper) {
  paper.addEventListener("load", () => turnToPaper(paper));
  if (paper.contentDocument?.readyState === "complete") turnToPaper(paper);
  const button = document.querySelector("[data-print]");
  button.hidden = false;
  button.addEventListener("click", () => paper.contentWindow.print());
}
