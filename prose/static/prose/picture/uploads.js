// Files on their way to the library. Each has its place in the text, where it says how far it is and why it failed; it
// is no part of the text before it has arrived, so nothing of it is saved and undo knows nothing of it.

import { Plugin, pm } from "django-prose-editor/editor";
import { insertFigure } from "prose/picture/places";
import { Upload } from "prose/picture/upload";

const KEY = new pm.state.PluginKey("pictureUploads");
const WAITS = "The text is saved as soon as this picture is there.";

const applied = (transaction, places) => {
  const { add, remove } = transaction.getMeta(KEY) || {};
  const moved = places.map(transaction.mapping, transaction.doc);
  if (remove) return moved.remove(moved.find(undefined, undefined, ({ upload }) => upload === remove));
  return add ? moved.add(transaction.doc, add) : moved;
};

const plugin = () =>
  new Plugin({
    key: KEY,
    state: { init: () => pm.view.DecorationSet.empty, apply: applied },
    props: { decorations: (state) => KEY.getState(state) },
  });

export class Uploads {
  all = new Set();

  tell = () => {};

  sent = null; // the form that was sent meanwhile, and by which button

  plugin = plugin();

  constructor(editor, library) {
    Object.assign(this, { editor, library, count: 0 });
  }

  get underWay() {
    return [...this.all].filter((upload) => !upload.hasFailed);
  }

  /** Take files to this place of the text, one after the other. `hint` is told of each that has arrived. */
  add(files, position, hint = "") {
    const { state, view } = this.editor;
    const made = [...files].map((file) => new Upload(file, { hint, again: (upload) => this.#begin(upload), end: (upload) => this.#remove(upload) }));
    const widgets = made.map((upload) => {
      this.all.add(upload);
      this.count += 1; // to their right: what arrives is put in before those that wait
      return pm.view.Decoration.widget(position, upload.dom, { side: this.count, upload, ignoreSelection: true, stopEvent: () => true });
    });
    view.dispatch(state.tr.setMeta(KEY, { add: widgets }));
    for (const upload of made) this.#begin(upload);
  }

  #begin(upload) {
    upload.wait();
    this.line = (this.line || Promise.resolve()).then(() => this.all.has(upload) && this.#carryOut(upload));
  }

  async #carryOut(upload) {
    try {
      const record = await upload.send(this.library);
      this.#arrive(upload, record);
    } catch (error) {
      if (error.name === "AbortError") this.#remove(upload);
      else upload.fail(error.message);
    }
    this.#goOn();
  }

  #place(upload) {
    return KEY.getState(this.editor.state).find(undefined, undefined, (spec) => spec.upload === upload)[0]?.from ?? null;
  }

  #arrive(upload, record) {
    const position = this.#place(upload);
    if (position === null) this.#tell(`“${record.title}” is in the library. Its place in the text is gone.`);
    else insertFigure(this.editor, position, { uuid: record.uuid, alt: null }, { isChosen: false });
    if (upload.hint) this.#tell(upload.hint.replace("{title}", record.title));
    this.#remove(upload);
  }

  #tell(sentence) {
    this.tell({ parts: [], sentences: [sentence] });
  }

  #remove(upload) {
    const { view } = this.editor;
    const hadFocus = upload.dom.contains(document.activeElement);
    this.all.delete(upload);
    view.dispatch(view.state.tr.setMeta(KEY, { remove: upload }));
    if (hadFocus) view.focus();
    this.#goOn();
  }

  /** A form that is sent meanwhile waits, and a page that is left asks. */
  guard(form) {
    this.warn = (event) => this.underWay.length && event.preventDefault();
    window.addEventListener("beforeunload", this.warn);
    form?.addEventListener("submit", (event) => {
      if (!this.underWay.length || event.submitter?.formTarget) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.sent = { form, button: event.submitter };
      this.underWay[0].say(WAITS);
    }, true);
  }

  // A picture that failed keeps the form: whoever sent it expects the picture in it.
  #goOn() {
    const { sent } = this;
    if (!sent || this.underWay.length) return;
    this.sent = null;
    if (!this.all.size) sent.form.requestSubmit(sent.button);
  }

  leave() {
    window.removeEventListener("beforeunload", this.warn);
    for (const upload of this.all) upload.cancel();
  }
}
