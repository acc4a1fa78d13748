/* The focal point on the picture: set by a click or by arrow keys. The two number fields stay the truth, and without this
   script they are filled in by hand. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const whole = document.querySelector("[data-focal]");
  const across = document.querySelector("[data-focus-across]");
  const down = document.querySelector("[data-focus-down]");
  const previews = document.querySelectorAll("[data-crops] img");
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const within = (number) => Math.min(100, Math.max(0, Math.round(number)));

  function point() {
    return across ? [across.value, down.value].map((value) => within(Number(value) || 0)) : [whole.dataset.across, whole.dataset.down].map(Number);
  }

  /* Pages crop in steps of ten, and so do the previews. */
  function show(mark) {
    const [x, y] = point();
    const tens = [x, y].map((value) => `${Math.round(value / 10) * 10}%`).join(" ");
    previews.forEach((preview) => { preview.style.objectPosition = tens; });
    mark.style.insetInlineStart = "auto";
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
    mark.setAttribute("aria-label", `Focal point: ${x} across, ${y} down. Arrow keys move it, with Shift by ten.`);
  }

  function move(x, y) {
    [across.value, down.value] = [within(x), within(y)];
    across.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function equip() {
    const mark = document.createElement(across ? "button" : "span");
    mark.className = "focal-mark";
    whole.append(mark);
    show(mark);
    if (!across) { mark.setAttribute("role", "img"); return; }
    mark.type = "button";
    [across, down].forEach((field) => field.addEventListener("input", () => show(mark)));
    whole.classList.add("is-settable");
    whole.addEventListener("click", (event) => {
      const box = whole.getBoundingClientRect();
      if (event.detail === 0) return; // Enter or Space on the mark
      move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
      mark.focus({ preventScroll: true });
    });
    mark.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      const [x, y] = point();
      const far = event.shiftKey ? 10 : 1;
      move(x + step[0] * far, y + step[1] * far);
    });
  }

  if (whole) equip();
}
