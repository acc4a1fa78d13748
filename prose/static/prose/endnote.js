// An endnote: a mark in the line that carries its text. It is one atom, so that the caret never falls into the
// note; the text is edited in a dialog, and stored as the children of span[data-footnote]. Numbers are drawn by
// the stylesheet and never stored.

import { Node, crel } from "django-prose-editor/editor";
import { editNote } from "prose/note-dialog";
import { noteHTML, noteNodes, noteText } from "prose/note";

const ask = (editor, note, title, marks) => editNote(note, { title, marks, surface: editor.view.dom });

const edit = async (editor, position, marks) => {
  const node = editor.state.doc.nodeAt(position);
  const note = await ask(editor, node.attrs.note, "Edit endnote", marks);
  if (note === null || editor.state.doc.nodeAt(position)?.type !== node.type) return;
  const transaction = editor.state.tr;
  if (note) transaction.setNodeAttribute(position, "note", note);
  else transaction.delete(position, position + node.nodeSize);
  editor.view.dispatch(transaction);
  editor.view.focus();
};

const insert = async (editor, marks) => {
  const note = await ask(editor, "", "Add endnote", marks);
  const { to } = editor.state.selection;
  if (note) editor.chain().focus().insertContentAt(to, { type: "endnote", attrs: { note } }).run();
  else editor.view.focus();
};

export const Endnote = Node.create({
  name: "endnote",
  group: "inline",
  inline: true,
  atom: true,

  addOptions: () => ({ attribute: "data-footnote", marks: [] }),

  addAttributes() {
    return { note: { default: "", rendered: false, parseHTML: (element) => noteHTML(element, this.options.marks) } };
  },

  parseHTML() {
    return [{ tag: `span[${this.options.attribute}]`, priority: 100 }];
  },

  renderHTML({ node }) {
    const dom = crel("span", null, noteNodes(node.attrs.note));
    dom.setAttribute(this.options.attribute, "");
    return dom;
  },

  renderText: () => "",

  addNodeView() {
    const { marks } = this.options;
    return ({ node, editor, getPos }) => {
      const dom = crel("span", { className: "prose-endnote", role: "button", contentEditable: "false" });
      const show = ({ attrs }) => {
        dom.title = noteText(attrs.note);
        dom.setAttribute("aria-label", `Endnote: ${dom.title}`);
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
