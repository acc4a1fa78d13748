// Suggestions in a search field while one types: the browser's own list, filled from the desk. Without script, or
// where the desk does not answer, the field is a field.

const PAUSE = 150;

let lists = 0;

for (const field of document.querySelectorAll("input[data-suggestions]")) {
  const list = document.createElement("datalist");
  list.id = `suggestions-${(lists += 1)}`;
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting = 0;
  let asked = "";
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest(field.value.trim()), PAUSE);
  });

  async function suggest(typed) {
    if (typed.length < 2 || typed === asked) return;
    asked = typed;
    try {
      const answer = await fetch(`${field.dataset.suggestions}?q=${encodeURIComponent(typed)}`);
      const [, texts] = answer.ok ? await answer.json() : ["", []];
      if (typed !== asked) return;
      list.replaceChildren(...texts.map((text) => Object.assign(document.createElement("option"), { value: text })));
    } catch {
      list.replaceChildren();
    }
  }
}
