// Suggestions in a search field while one types: names and headlines, each of which leads to its page. A combobox with a
// list (ARIA Authoring Practices). Without script, or where the desk does not answer, the field is a field.

const PAUSE = 150; // milliseconds without typing before the desk is asked
const LEAST = 2; // letters

let fields = 0;

class Suggestions {
  asked = "";

  timer = 0;

  chosen = -1;

  constructor(field) {
    this.field = field;
    this.list = made("div", { id: `suggestions-${(fields += 1)}`, class: "suggestions", role: "listbox", "aria-label": field.getAttribute("aria-label") });
    this.list.hidden = true;
    field.form.append(this.list);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(combobox)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.hear(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", () => this.close()); // for who comes back
  }

  get options() {
    return [...this.list.children];
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.field.value.trim()), PAUSE);
  }

  async ask(typed) {
    this.asked = typed;
    const found = typed.length < LEAST ? [] : await this.fetch(typed).catch(() => []);
    if (typed !== this.asked) return; // what was typed since is on its way
    this.close();
    this.list.replaceChildren(...found.map((row, index) => option(row, `${this.list.id}-${index}`)));
    if (found.length && document.activeElement === this.field) this.open();
  }

  async fetch(typed) {
    const answer = await fetch(`${this.field.dataset.suggestions}?q=${encodeURIComponent(typed)}`);
    const [, texts, kinds, addresses] = await answer.json();
    return texts.map((text, index) => ({ text, kind: kinds[index], address: addresses[index] }));
  }

  open() {
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  close() {
    this.choose(-1);
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
  }

  // The option at a place is chosen; at -1, none: Enter searches for what is typed.
  choose(place) {
    this.chosen = place;
    for (const [index, each] of this.options.entries()) each.setAttribute("aria-selected", String(index === place));
    const here = this.options[place];
    if (here) this.field.setAttribute("aria-activedescendant", here.id);
    else this.field.removeAttribute("aria-activedescendant");
    here?.scrollIntoView({ block: "nearest" });
  }

  // Up and Down go round, by way of what is typed.
  move(step) {
    const places = this.options.length + 1;
    if (this.list.hidden) this.open();
    this.choose(((this.chosen + 1 + step + places) % places) - 1);
  }

  hear(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !this.options.length) return;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "Enter" && this.chosen >= 0) this.options[this.chosen].click();
    else return;
    event.preventDefault();
  }
}

function made(name, attributes, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

// A link, so that it can be opened in another tab and its address be copied.
function option({ text, kind, address }, id) {
  const { pathname, search } = new URL(address);
  const link = made("a", { id, role: "option", href: pathname + search, tabindex: "-1", "aria-selected": "false" });
  link.append(made("bdi", {}, text), ...(kind ? [made("span", { class: "of-suggestion" }, kind)] : []));
  return link;
}

for (const field of document.querySelectorAll("input[data-suggestions]")) new Suggestions(field);
