// Suggestions in a search field while one types: names and headlines, each of which leads to its page. A combobox with a
// list (ARIA Authoring Practices). Without script, or where the desk does not answer, the field is a field.

const PAUSE = 150; // milliseconds without typing before the desk is asked
const PATIENCE = 5000; // milliseconds until an answer comes too late
const LEAST = 2; // letters
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const IN_THE_TEXT = ["ArrowLeft", "ArrowRight", "Home", "End"];

let fields = 0;

class Suggestions {
  timer = 0;

  request = null; // the question that is on its way

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
    field.form.addEventListener("submit", () => this.close());
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the field keeps the focus
      this.stop();
    });
    for (const click of ["click", "auxclick"]) this.list.addEventListener(click, () => this.close()); // for who comes back
  }

  get options() {
    return [...this.list.children];
  }

  wait() {
    this.stop();
    this.choose(-1);
    this.timer = setTimeout(() => this.ask(this.field.value.trim()), PAUSE);
  }

  // What is on its way comes too late for who has chosen, closed the list or gone on.
  stop() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.request = null;
  }

  async ask(typed) {
    const request = new AbortController();
    this.request = request;
    const late = setTimeout(() => request.abort(), PATIENCE);
    const found = typed.length < LEAST ? [] : await this.fetch(typed, request.signal).catch(() => []);
    clearTimeout(late);
    if (request !== this.request) return;
    this.close();
    this.list.replaceChildren(...found.map((row, index) => option(row, `${this.list.id}-${index}`)));
    if (found.length && document.activeElement === this.field) this.open();
  }

  async fetch(typed, signal) {
    const answer = await fetch(`${this.field.dataset.suggestions}?q=${encodeURIComponent(typed)}`, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const [, texts, kinds, addresses] = await answer.json();
    return texts.map((text, index) => ({ text, kind: kinds[index], path: new URL(addresses[index]).pathname }));
  }

  open() {
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", "true");
  }

  close() {
    this.stop();
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
    this.stop();
    const places = this.options.length + 1;
    if (this.list.hidden) this.open();
    this.choose(((this.chosen + 1 + step + places) % places) - 1);
  }

  hear(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (IN_THE_TEXT.includes(event.key)) this.choose(-1);
    const isOpen = !this.list.hidden;
    if (event.key in STEPS && this.options.length) this.move(STEPS[event.key]);
    else if (event.key === "Escape" && isOpen) this.close();
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
function option({ text, kind, path }, id) {
  const link = made("a", { id, role: "option", href: path, tabindex: "-1", "aria-selected": "false" });
  link.append(made("bdi", {}, text), ...(kind ? [made("span", { class: "of-suggestion" }, kind)] : []));
  return link;
}

for (const field of document.querySelectorAll("input[data-suggestions]")) new Suggestions(field);
