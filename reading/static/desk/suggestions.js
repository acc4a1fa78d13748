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
      if (!answer.ok) throw new Error(answer.statusText);
      const [, texts] = await answer.json();
      if (typed === asked) list.replaceChildren(...texts.map((text) => option(text, typed)));
    } catch {
      list.replaceChildren();
      if (typed === asked) asked = ""; // the same words are asked for again
    }
  }
}

// Browsers show only options with what is typed in their value or label: "Nguyễn" needs a label for "nguyen".
function option(text, typed) {
  const made = Object.assign(document.createElement("option"), { value: text });
  if (!text.toLowerCase().includes(typed.toLowerCase())) made.label = `${text} (${typed})`;
  return made;
}
