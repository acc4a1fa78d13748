// A picture of the library with its caption: one atom at the top level of the text. What is stored is the picture's
// key, its text alternative, caption, width and crop (prose/html/figures.py); its address and credit are the desk's.

import { Document as StockDocument, Node, crel, pm } from "django-prose-editor/editor";
import { showKey } from "prose/keys";
import { noteHTML, noteNodes } from "prose/note";
import { choosePicture } from "prose/picture/chooser";
import { editFigure } from "prose/picture/dialog";
import { Library } from "prose/picture/library";
import { boundary, insertFigure, moveFigure } from "prose/picture/places";
import { arrivals } from "prose/picture/arrivals";
import { Uploads } from "prose/picture/uploads";
import { figureView } from "prose/picture/view";

const KEY = "Mod-Alt-g";

// Only the document itself takes figures, where it takes any: no list, table or quotation does.
export const Document = StockDocument.extend({
  addOptions: () => ({ content: "block+" }),

  content() {
    return this.options.content;
  },
});

const edit = async (editor, position, { library, marks, mostAlt }) => {
  const node = editor.state.doc.nodeAt(position);
  const answer = await editFigure(node.attrs, { library, marks, mostAlt, surface: editor.view.dom });
  if (answer && editor.state.doc.nodeAt(position)?.type === node.type) {
    const transaction = editor.state.tr.setNodeMarkup(position, null, answer);
    editor.view.dispatch(transaction.setSelection(pm.state.NodeSelection.create(transaction.doc, position)));
  }
  editor.view.focus();
};

const add = async (editor, { library, marks, mostAlt }) => {
  const record = await choosePicture(library);
  const usual = record && { uuid: record.uuid, alt: record.description || null, caption: "", width: "", crop: "" };
  const attrs = record && (await editFigure(usual, { library, marks, mostAlt, surface: editor.view.dom, isNew: true }));
  if (attrs) insertFigure(editor, boundary(editor.state), attrs);
  editor.view.focus();
};

const chosen = ({ selection }, name) => (selection.node?.type.name === name ? selection.from : null);

export const Picture = Node.create({
  name: "picture",
  group: "figure",
  atom: true,
  draggable: true,

  addOptions: () => ({ marks: [], widths: [], crops: [], mostAlt: Infinity }),

  addStorage: () => ({ library: null, uploads: null }),

  addAttributes() {
    const { marks, widths, crops } = this.options;
    const attribute = (parseHTML, missing = "") => ({ default: missing, rendered: false, parseHTML });
    return {
      uuid: attribute((figure) => figure.dataset.picture),
      alt: attribute((figure) => figure.querySelector("img")?.getAttribute("alt") ?? null, null),
      caption: attribute((figure) => noteHTML(figure.querySelector("figcaption") || crel("p"), marks)),
      width: attribute((figure) => widths.find((width) => figure.classList.contains(width)) || ""),
      crop: attribute((figure) => crops.find((crop) => figure.dataset.crop === crop) || ""),
    };
  },

  parseHTML() {
    return [{ tag: "figure[data-picture]", priority: 100 }];
  },

  renderHTML({ node }) {
    const { uuid, alt, caption, width, crop } = node.attrs;
    const figure = crel("figure", null, [crel("img"), ...(caption ? [crel("figcaption", null, noteNodes(caption))] : [])]);
    figure.dataset.picture = uuid;
    if (width) figure.className = width;
    if (crop) figure.dataset.crop = crop;
    if (alt !== null) figure.firstChild.setAttribute("alt", alt);
    return figure;
  },

  renderText: () => "",

  onBeforeCreate() {
    this.storage.library = new Library(this.editor.options.element.querySelector(":scope > textarea"));
  },

  onCreate() {
    const { editor, storage } = this;
    storage.uploads.tell = (report) => editor.storage.pasting.tell(report);
    storage.uploads.guard(editor.options.element.closest("form"));
  },

  onDestroy() {
    this.storage.uploads.leave();
  },

  addNodeView() {
    const { library } = this.storage;
    const open = (editor, position) => edit(editor, position, { library, ...this.options });
    return ({ node, editor, getPos }) => figureView(node, library, () => editor.isEditable && open(editor, getPos()));
  },

  addCommands() {
    return {
      addPicture:
        () =>
        ({ editor }) => {
          if (this.storage.library.canChoose) add(editor, { library: this.storage.library, ...this.options });
          return this.storage.library.canChoose;
        },
    };
  },

  addMenuItems({ menu, buttons }) {
    const button = buttons.text("Picture", "Add picture");
    showKey(button, KEY);
    menu.defineItem({
      name: "picture",
      groups: "desk-notes",
      button,
      command: (editor) => editor.commands.addPicture(),
      hidden: () => !this.storage.library.canChoose,
    });
  },

  addKeyboardShortcuts() {
    const onFigure = (act) => () => {
      const position = chosen(this.editor.state, this.name);
      return position !== null && act(position);
    };
    return {
      [KEY]: () => this.editor.commands.addPicture(),
      Enter: onFigure((position) => {
        edit(this.editor, position, { library: this.storage.library, ...this.options });
        return true;
      }),
      "Alt-ArrowUp": onFigure((position) => moveFigure(this.editor, position, -1)),
      "Alt-ArrowDown": onFigure((position) => moveFigure(this.editor, position, 1)),
    };
  },

  addProseMirrorPlugins() {
    const { storage, editor } = this;
    storage.uploads = new Uploads(editor, storage.library);
    return [storage.uploads.plugin, ...(storage.library.canUpload ? [arrivals(editor, storage.uploads)] : [])];
  },
});
