// One file on its way to the library, and what is seen of it.

import { crel } from "django-prose-editor/editor";

const MEGABYTE = 1e6;

const button = (textContent, act) => {
  const made = crel("button", { type: "button", className: "button", textContent });
  made.addEventListener("click", act);
  return made;
};

// The sentence on a file that needs not be sent to be refused; "" for one that may be a picture.
const refusal = ({ type, size }, mostBytes) => {
  if (type && !type.startsWith("image/")) return "This is no picture.";
  if (!mostBytes || size <= mostBytes) return "";
  return `A picture may have ${mostBytes / MEGABYTE} MB; this one has ${Math.ceil(size / (MEGABYTE / 10)) / 10} MB.`;
};

export class Upload {
  hasFailed = false;

  constructor(file, { hint = "", again, end }) {
    this.sentence = crel("p", { role: "status" });
    this.bar = crel("progress", { max: 1 });
    this.bar.setAttribute("aria-label", `Upload of ${file.name}`);
    this.stop = button("Cancel", () => (this.abort ? this.cancel() : end(this)));
    this.retry = button("Try again", () => again(this));
    this.close = button("Close", () => end(this));
    this.buttons = crel("div", { className: "prose-dialog-buttons" });
    this.dom = crel("div", { className: "prose-upload", contentEditable: "false" }, [this.sentence, this.bar, this.buttons]);
    Object.assign(this, { file, hint, name: file.name || "The pasted picture" });
  }

  wait() {
    this.hasFailed = false;
    this.dom.classList.remove("prose-upload-failed");
    this.bar.hidden = false;
    this.bar.removeAttribute("value");
    this.buttons.replaceChildren(this.stop);
    this.say(`${this.name} waits for its turn.`);
  }

  say(words) {
    this.sentence.setAttribute("role", "status");
    this.sentence.textContent = words;
  }

  /** Send the file to the library. Resolves to its record; throws as `Library.upload`. */
  async send(library) {
    const refused = refusal(this.file, Number(library.field.dataset.pictureMost));
    if (refused) throw new Error(refused);
    this.abort = new AbortController();
    this.say(`${this.name} is being uploaded.`);
    const progress = (share) => {
      this.bar.value = share;
      if (share === 1) this.say(`${this.name} is being read.`);
    };
    try {
      return await library.upload(this.file, { signal: this.abort.signal, progress });
    } finally {
      this.abort = null;
    }
  }

  cancel() {
    this.abort?.abort();
  }

  fail(words) {
    this.hasFailed = true;
    this.dom.classList.add("prose-upload-failed");
    this.bar.hidden = true;
    this.buttons.replaceChildren(this.retry, this.close);
    this.sentence.setAttribute("role", "alert");
    this.sentence.textContent = `${this.name}: ${words}`;
  }
}
