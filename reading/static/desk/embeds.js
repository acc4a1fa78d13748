// Embeds: what another site shows is loaded once a reader asks for it, and nothing of that site before.

const load = (place) => {
  const frame = document.createElement("iframe");
  frame.src = place.dataset.frame;
  frame.title = place.querySelector("p")?.textContent ?? "";
  frame.allow = "fullscreen; encrypted-media; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin"; // some players refuse to show anything without it
  return frame;
};

for (const place of document.querySelectorAll("aside[data-frame]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "load-embed";
  button.textContent = place.dataset.load;
  button.addEventListener("click", () => {
    const frame = load(place);
    button.replaceWith(frame);
    frame.focus();
  });
  place.prepend(button);
}
