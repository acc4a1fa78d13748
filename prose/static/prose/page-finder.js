// A field that takes an address, or words by which a page of this desk is found: a combobox with its list.

import { crel } from "django-prose-editor/editor";
import { canFind, pagesWith } from "prose/own-pages";

const PAUSE = 200; // milliseconds after a key
const LEAST = 2;
let made = 0;

const counted = (pages) => {
  if (!pages.length) return "No page of ours has these words.";
  return pages.length === 1 ? "1 page of ours." : `${pages.length} pages of ours.`;
};

/** Let `input` find pages. `isAddress` tells what is typed in full; `picked` is called with a page. */
export const pageFinder = (input, { isAddress, picked }) => {
  const id = `prose-pages-${++made}`;
  const list = crel("ul", { id, className: "prose-pages", role: "listbox", ariaLabel: "Pages of ours", hidden: true });
  const status = crel("p", { className: "help", role: "status" });
  let pages = [];
  let chosen = -1;
  let waiting = 0;
  let asking = null;

  const mark = () => {
    [...list.children].forEach((line, at) => line.setAttribute("aria-selected", String(at === chosen)));
    if (chosen === -1) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", `${id}-${chosen}`);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    }
  };
  const show = (found, sentence) => {
    pages = found;
    chosen = -1;
    list.replaceChildren(
      ...pages.map((page, at) => {
        const line = crel("li", { id: `${id}-${at}`, role: "option" }, [crel("span", { textContent: page.name }), crel("small", { textContent: page.detail })]);
        line.addEventListener("pointerdown", (event) => event.preventDefault());
        line.addEventListener("click", () => take(page));
        return line;
      }),
    );
    list.hidden = !pages.length;
    input.setAttribute("aria-expanded", String(Boolean(pages.length)));
    status.textContent = sentence;
    mark();
  };
  const take = (page) => {
    show([], "");
    picked(page);
  };
  const look = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const words = input.value.trim();
    if (words.length < LEAST || isAddress(words)) return show([], "");
    try {
      const found = await pagesWith(words, signal);
      if (!signal.aborted) show(found, counted(found));
    } catch {
      if (!signal.aborted) show([], "The desk cannot be asked now. A full address can be written all the same.");
    }
    return undefined;
  };

  if (canFind()) {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-autocomplete", "list");
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by || !pages.length) return;
      event.preventDefault();
      chosen = chosen === -1 && by < 0 ? pages.length - 1 : (chosen + by + pages.length) % pages.length;
      mark();
    });
  }
  return { parts: canFind() ? [list, status] : [], chosen: () => pages[chosen] || null };
};
