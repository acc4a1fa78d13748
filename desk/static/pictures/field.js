// The picture of a record: the lead picture of a piece, a portrait, a logo. It is seen as pages show it, and chosen in the
// dialog of the body editor. The list that the form sends keeps the choice; without this script it shows its name.

import { drawPicture, recordWords } from "prose/picture/drawing";
import { Library } from "prose/picture/library";

const made = (tag, properties, children = []) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const button = (textContent, act) => {
  const element = made("button", { type: "button", className: "button", textContent });
  element.addEventListener("click", act);
  return element;
};

const beside = (select, name) => (name ? select.form.elements.namedItem(name) : null);

// The library's description is offered as the text alternative, where nobody has written another.
const offerWords = (select, before, record) => {
  const field = beside(select, select.dataset.wordsTo);
  if (!field || beside(select, select.dataset.unless)?.checked) return;
  if (field.value.trim() && field.value !== before?.description) return;
  field.value = record?.description ?? "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

const equip = (select) => {
  const library = new Library(select);
  if (!library.canChoose || select.name.includes("__prefix__")) return;
  const crop = beside(select, select.dataset.cropFrom);
  const frame = made("div", { className: "prose-figure-picture" });
  const words = made("div", { className: "prose-record-words" });
  const chosen = made("div", { className: "prose-record" }, [frame, words]);
  let record = JSON.parse(select.dataset.record ?? "null");

  const choose = button("", async () => {
    const { choosePicture } = await import("prose/picture/chooser");
    const answer = await choosePicture(library);
    if (answer) take(answer);
    choose.focus();
  });
  const clear = button("Take it away", () => {
    take(null);
    choose.focus();
  });
  const draw = () => {
    const isEmpty = !select.value;
    chosen.hidden = isEmpty;
    clear.hidden = isEmpty || "required" in select.dataset;
    choose.textContent = isEmpty ? "Choose a picture…" : "Another picture…";
    drawPicture(frame, record, crop?.value ?? select.dataset.crop ?? "");
    words.replaceChildren(...(record ? recordWords(record) : [made("p", { textContent: select.selectedOptions[0]?.label ?? "" })]));
  };
  const take = (answer) => {
    offerWords(select, record, answer);
    record = answer;
    select.replaceChildren(...(answer ? [new Option(answer.title, answer.key, false, true)] : [new Option("", "")]));
    draw();
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const look = async () => {
    if (document.hidden || !record) return;
    const { key } = record;
    const renewed = await library.renewed(record.uuid); // somebody may have changed it in another tab
    if (!renewed || record?.key !== key) return;
    record = renewed;
    draw();
  };

  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  if (label) label.id ||= `${select.id}-label`;
  choose.id = `${select.id}-choose`;
  choose.setAttribute("aria-labelledby", [label?.id, choose.id].filter(Boolean).join(" "));
  label?.addEventListener("click", () => choose.focus());
  crop?.addEventListener("change", draw);
  document.addEventListener("visibilitychange", look);
  select.hidden = true;
  select.after(made("div", { className: "picture-field" }, [chosen, made("div", { className: "prose-dialog-buttons" }, [choose, clear])]));
  draw();
};

const all = (place) => place.querySelectorAll("select[data-pictures]").forEach(equip);
document.addEventListener("formset:added", ({ target }) => all(target));
all(document);
