// The list below the caret. The caret stays in the text, so the text says which line is chosen (aria-activedescendant).

import { crel } from "django-prose-editor/editor";

const ROOM = 4; // pixels between the line and the list
let made = 0;

/** A list in `place`, which is positioned; `text` is the element with the caret, `pick` takes an item. */
export const menuList = (place, text, pick) => {
  const id = `prose-slash-${++made}`;
  const list = crel("ul", { id, className: "prose-slash", role: "listbox", ariaLabel: "Insert", hidden: true });
  const status = crel("p", { className: "prose-slash-status", role: "status" });
  place.append(list, status);
  let items = [];
  let chosen = 0;

  const mark = () => {
    [...list.children].forEach((line, at) => line.setAttribute("aria-selected", String(at === chosen)));
    text.setAttribute("aria-activedescendant", `${id}-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  };
  const line = (item, at) => {
    const element = crel("li", { id: `${id}-${at}`, role: "option", textContent: item.label });
    element.addEventListener("pointerdown", (event) => event.preventDefault()); // the caret stays where it is
    element.addEventListener("click", () => pick(item));
    return element;
  };
  const stand = ({ left, top, bottom }) => {
    const box = place.getBoundingClientRect();
    const isAbove = bottom + list.offsetHeight > window.visualViewport.height && top > list.offsetHeight;
    const most = Math.max(0, place.clientWidth - list.offsetWidth);
    list.style.setProperty("left", `${Math.min(Math.max(0, left - box.left), most)}px`);
    list.style.setProperty("top", `${isAbove ? top - box.top - list.offsetHeight - ROOM : bottom - box.top + ROOM}px`);
  };

  return {
    show(found, caret) {
      items = found;
      chosen = 0;
      list.replaceChildren(...items.map(line));
      if (list.hidden) status.textContent = "What to insert: arrows choose, Enter takes, Escape keeps the slash.";
      list.hidden = false;
      text.setAttribute("aria-controls", id);
      text.setAttribute("aria-autocomplete", "list");
      stand(caret);
      mark();
    },
    hide() {
      if (list.hidden) return;
      list.hidden = true;
      status.textContent = "";
      for (const name of ["aria-activedescendant", "aria-controls", "aria-autocomplete"]) text.removeAttribute(name);
    },
    move(by) {
      chosen = (chosen + by + items.length) % items.length;
      mark();
    },
    chosen: () => items[chosen],
  };
};
