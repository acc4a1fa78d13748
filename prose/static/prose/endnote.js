// An endnote: a mark in the line that carries its text. It is one atom, so that the caret never falls into the
// note; the text is edited in a dialog, and stored as the children of span[data-footnote]. Numbers are drawn by
// the stylesheet and never stored. A note that is cited again carries its text too: moved alone, it still says it.

import { Node, Plugin, crel, pm } from "django-prose-editor/editor";
import { editNote } from "prose/note-dialog";
import { noteHTML, noteNodes, noteText } from "prose/note";

const SAME = "same";

const ask = (editor, note, title, marks, others = []) => editNote(note, { title, marks, surface: editor.view.dom, others });

// The notes of a document: [node, position].
const notesIn = (doc) => {
  const notes = [];
  doc.descendants((node, position) => {
    if (node.type.name === "endnote") notes.push([node, position]);
  });
  return notes;
};

// The notes that are one with this one: those with its words, once one of them is a citation again.
const oneWith = (doc, { attrs }) => {
  const alike = notesIn(doc).filter(([node]) => node.attrs.note === attrs.note);
  return alike.some(([node]) => node.attrs.again) ? alike : [];
};

// As prose/html/endnotes.py numbers them. The stylesheet counts as well, so only texts that cite a note again need it.
const numbers = (doc) => {
  const notes = notesIn(doc);
  const shared = new Set(notes.filter(([node]) => node.attrs.again).map(([node]) => node.attrs.note));
  if (!shared.size) return [];
  const given = new Map();
  let last = 0;
  return notes.map(([node, position]) => {
    const { note } = node.attrs;
    const number = shared.has(note) && given.has(note) ? given.get(note) : ++last;
    given.set(note, number);
    return pm.view.Decoration.node(position, position + node.nodeSize, { "data-number": String(number) });
  });
};

const edit = async (editor, position, marks) => {
  const node = editor.state.doc.nodeAt(position);
  const note = await ask(editor, node.attrs.note, "Edit endnote", marks);
  if (note === null || editor.state.doc.nodeAt(position)?.type !== node.type) return;
  const transaction = editor.state.tr;
  const places = new Set([position, ...oneWith(editor.state.doc, node).map(([, place]) => place)]);
  if (note) for (const place of places) transaction.setNodeAttribute(place, "note", note);
  else transaction.delete(position, position + node.nodeSize);
  editor.view.dispatch(transaction);
  editor.view.focus();
};

const insert = async (editor, marks) => {
  const others = [...new Set(notesIn(editor.state.doc).map(([node]) => node.attrs.note))];
  const answer = await ask(editor, "", "Add endnote", marks, others);
  const { to } = editor.state.selection;
  const again = Number.isInteger(answer);
  const note = again ? others[answer] : answer;
  if (note) editor.chain().focus().insertContentAt(to, { type: "endnote", attrs: { note, again } }).run();
  else editor.view.focus();
};

export const Endnote = Node.create({
  name: "endnote",
  group: "inline",
  inline: true,
  atom: true,

  addOptions: () => ({ attribute: "data-footnote", marks: [] }),

  addAttributes() {
    const { attribute, marks } = this.options;
    return {
      note: { default: "", rendered: false, parseHTML: (element) => noteHTML(element, marks) },
      again: { default: false, rendered: false, parseHTML: (element) => element.getAttribute(attribute) === SAME },
    };
  },

  parseHTML() {
    return [{ tag: `span[${this.options.attribute}]`, priority: 100 }];
  },

  renderHTML({ node }) {
    const dom = crel("span", null, noteNodes(node.attrs.note));
    dom.setAttribute(this.options.attribute, node.attrs.again ? SAME : "");
    return dom;
  },

  renderText: () => "",

  addNodeView() {
    const { marks } = this.options;
    return ({ node, editor, getPos }) => {
      const dom = crel("span", { className: "prose-endnote", role: "button", contentEditable: "false" });
      const show = ({ attrs }) => {
        dom.title = noteText(attrs.note);
        dom.setAttribute("aria-label", `${attrs.again ? "Endnote again" : "Endnote"}: ${dom.title}`);
      };
      dom.addEventListener("click", () => editor.isEditable && edit(editor, getPos(), marks));
      show(node);
      return {
        dom,
        update(changed) {
          if (changed.type !== node.type) return false;
          show(changed);
          return true;
        },
        ignoreMutation: () => true,
      };
    };
  },

  addCommands() {
    return {
      addEndnote:
        () =>
        ({ editor }) => {
          insert(editor, this.options.marks);
          return true;
        },
    };
  },

  addProseMirrorPlugins() {
    let drawn = null;
    const decorations = ({ doc }) => {
      if (drawn?.doc !== doc) drawn = { doc, set: pm.view.DecorationSet.create(doc, numbers(doc)) };
      return drawn.set;
    };
    return [new Plugin({ props: { decorations } })];
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Alt-f": () => this.editor.commands.addEndnote(),
      Enter: () => {
        const { node, from } = this.editor.state.selection;
        if (node?.type.name !== this.name) return false;
        edit(this.editor, from, this.options.marks);
        return true;
      },
    };
  },
});
