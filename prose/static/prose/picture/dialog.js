// The dialog of one figure: which picture, what stands for it where it is not seen, its caption, width and crop.

import { crel } from "django-prose-editor/editor";
import { ask, choice, field } from "prose/dialog";
import { lineEditor, lineField, lineOf } from "prose/line-editor";
import { choosePicture } from "prose/picture/chooser";
import { drawPicture, recordWords } from "prose/picture/drawing";

const WIDTHS = { "": "As wide as the text", wide: "Wider than the text", full: "As wide as the page" };
const CROPS = { "": "Whole picture", "16:9": "16:9", "3:2": "3:2", "1:1": "1:1" };
const GONE = "You may not see this picture, or it is gone.";
const ALT_HELP = "What it shows, for who cannot see it. It is read out in the place of the picture.";

const button = (textContent, act) => {
  const made = crel("button", { type: "button", className: "button", textContent });
  made.addEventListener("click", act);
  return made;
};

// What the library says of the picture, with the picture in its crop.
const recordBox = (another) => {
  const frame = crel("div", { className: "prose-figure-picture" });
  const words = crel("div", { className: "prose-record-words" });
  const draw = (record, crop) => {
    drawPicture(frame, record, crop);
    if (!record) return words.replaceChildren(crel("p", { className: "prose-mark-stop", textContent: GONE }), another);
    words.replaceChildren(...recordWords(record), another);
  };
  return { element: crel("div", { className: "prose-record" }, [frame, words]), draw };
};

// The text alternative, or the tick that none is needed. Neither means: not answered yet.
const alternative = (start, most) => {
  const [text, textField] = field("Text alternative", { type: "textarea", rows: 2, value: start || "" }, ALT_HELP);
  const [tick, tickField] = field(
    "Decorative", { type: "checkbox", checked: start === "" }, "It says nothing that the text does not say.",
  );
  const offer = button("", () => {
    text.value = offer.dataset.words;
    offer.hidden = true;
    text.focus();
  });
  const words = () => text.value.replace(/\s+/g, " ").trim();
  const show = () => {
    text.setCustomValidity("");
    text.disabled = tick.checked;
    offer.hidden = tick.checked || Boolean(text.value.trim()) || !offer.dataset.words;
  };
  tick.addEventListener("change", show);
  text.addEventListener("input", show);
  textField.append(offer);
  return {
    fields: [textField, tickField],
    focus: () => (tick.checked ? tick : text).focus(),
    value: () => (tick.checked ? "" : words() || null),
    // What is too long stays in the field, and its browser says why.
    fits() {
      const size = tick.checked ? 0 : [...words()].length;
      text.setCustomValidity(size > most ? `At most ${most} characters: these are ${size}.` : "");
      return text.reportValidity();
    },
    offer(words) {
      offer.dataset.words = words;
      offer.textContent = `Take from the library: “${words}”`;
      show();
    },
    // What was said of another picture goes, unless it was written just now.
    renew(before, words) {
      if (text.value === (before ?? "")) text.value = words;
      show();
    },
  };
};

/** Edit a figure. Resolves to its attributes, or to null when the person thinks better of it. */
export const editFigure = async (attrs, { library, marks, mostAlt, surface, isNew = false }) => {
  const alt = alternative(attrs.alt, mostAlt);
  const caption = lineField();
  const captionId = `${Math.random()}-caption`;
  const width = choice("Width", WIDTHS, attrs.width);
  const crop = choice("Crop", CROPS, attrs.crop);
  let { uuid } = attrs;
  let editor = null;
  let start = "";
  const another = button("Another picture…", async () => {
    const record = await choosePicture(library);
    if (!record) return another.focus();
    uuid = record.uuid;
    alt.renew(attrs.alt, record.description);
    await show();
    alt.focus();
  });
  const box = recordBox(another);
  const show = async (isAsked = true) => {
    const record = await (isAsked ? library.record(uuid) : library.renewed(uuid));
    box.draw(record, crop.value());
    alt.offer(record?.description || "");
  };
  const look = () => document.hidden || show(false);
  const value = () => ({ uuid, alt: alt.value(), caption: editor ? lineOf(editor) : attrs.caption, width: width.value(), crop: crop.value() });
  crop.element.addEventListener("change", () => show());
  document.addEventListener("visibilitychange", look);
  const answer = await ask({
    title: isNew ? "Add picture" : "Edit picture",
    content: crel("div", { className: "prose-picture-fields" }, [
      box.element,
      ...alt.fields,
      crel("div", { className: "prose-dialog-field" }, [crel("p", { id: captionId, className: "prose-label", textContent: "Caption" }), caption]),
      width.element,
      crop.element,
    ]),
    keep: isNew ? "Add picture" : "Save picture",
    isChanged: () => editor && JSON.stringify(value()) !== start,
    accept: () => (alt.fits() ? value() : undefined),
    open() {
      another.hidden = !library.canChoose;
      editor = lineEditor(caption, attrs.caption, { marks, surface, label: captionId });
      start = JSON.stringify(value());
      show(isNew);
      alt.focus();
    },
  });
  document.removeEventListener("visibilitychange", look);
  editor.destroy();
  return answer;
};
