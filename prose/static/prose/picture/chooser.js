// The dialog in which a picture is chosen: from the library, by words, or a file, which goes into the library first.

import { crel } from "django-prose-editor/editor";
import { ask, field } from "prose/dialog";
import { permissionWords } from "prose/picture/drawing";
import { Upload } from "prose/picture/upload";

const PAUSE = 250; // milliseconds without typing before the library is asked

const card = (record, take) => {
  const { title, credit, permission, address, width, height } = record;
  const words = [
    crel("strong", { textContent: title }),
    crel("span", { className: "prose-quiet", textContent: credit || "No credit on record" }),
    ...(permission.mark === "good" ? [] : [crel("span", { className: `prose-mark-${permission.mark}`, textContent: permissionWords(permission) })]),
  ];
  const image = crel("img", { src: address, alt: "", width, height, loading: "lazy" });
  const button = crel("button", { type: "button", className: "prose-choice" }, [image, ...words]);
  button.addEventListener("click", () => take(record));
  return crel("li", null, [button]);
};

const counted = (number, more) => {
  if (more) return `The ${number} newest of ${number + more}: others are found by words.`;
  return number === 1 ? "1 picture" : `${number || "No"} pictures`;
};

// The search with its results. `take` is called with the record that is chosen.
const search = (library, take) => {
  const [words, wordsField] = field("Search the library", { type: "search", autocomplete: "off" }, "Its name, what it shows, credit, people or place.");
  const count = crel("p", { className: "prose-quiet" });
  count.setAttribute("role", "status");
  const list = crel("ul", { className: "prose-choices" });
  let asked = null;
  let timer = 0;
  const look = async () => {
    clearTimeout(timer);
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const { pictures, more } = await library.search(words.value, signal);
      list.replaceChildren(...pictures.map((record) => card(record, take)));
      count.textContent = counted(pictures.length, more);
    } catch (error) {
      if (!signal.aborted) count.textContent = error.message;
    }
  };
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  return { element: crel("div", null, [wordsField, count, list]), look, leave: () => (clearTimeout(timer), asked?.abort()) };
};

// A file that is chosen, dropped or pasted here.
const fileBox = (library, take) => {
  const place = crel("div");
  const [input, inputField] = field("Or a file of yours", { type: "file", accept: "image/*" }, "It can also be dropped or pasted here.");
  let upload = null;
  const end = () => {
    upload = null;
    place.replaceChildren();
    input.value = "";
    input.focus();
  };
  const send = async () => {
    try {
      take(await upload.send(library));
    } catch (error) {
      if (error.name === "AbortError") end();
      else upload.fail(error.message);
    }
  };
  const begin = (file) => {
    upload?.cancel();
    upload = new Upload(file, { again: send, end });
    upload.wait();
    place.replaceChildren(upload.dom);
    send();
  };
  const hear = (event) => {
    const [file] = (event.dataTransfer || event.clipboardData).files;
    if (!file) return;
    event.preventDefault();
    begin(file);
  };
  input.addEventListener("change", () => input.files[0] && begin(input.files[0]));
  return {
    element: crel("div", null, [inputField, place]),
    listen(dialog) {
      dialog.addEventListener("dragover", (event) => event.preventDefault());
      dialog.addEventListener("drop", hear);
      dialog.addEventListener("paste", hear);
    },
    isUnderWay: () => Boolean(upload && !upload.hasFailed),
    leave: () => upload?.cancel(),
  };
};

/** Resolves to the record of a picture, or to null when the person thinks better of it. */
export const choosePicture = async (library) => {
  let end = () => {};
  const take = (record) => end(record);
  const found = search(library, take);
  const file = library.canUpload ? fileBox(library, take) : null;
  const record = await ask({
    title: "Choose a picture",
    content: crel("div", { className: "prose-chooser" }, [found.element, ...(file ? [file.element] : [])]),
    accept: () => void found.look(), // the Enter key in the search
    isChanged: () => Boolean(file?.isUnderWay()),
    open(dialog, close) {
      end = close;
      file?.listen(dialog);
      found.look();
    },
  });
  found.leave();
  file?.leave();
  return record;
};
