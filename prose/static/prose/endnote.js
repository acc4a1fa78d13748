// An endnote: a mark in the line that carries its text. It is one atom, so that the caret never falls into the
// note; the text is edited in a dialog, and stored as the children of span[data-footnote]. Numbers are drawn by
// the stylesheet and never stored.

import { Node, crel } from "django-prose-editor/editor";
import { editNote } from "prose/note-dialog";
import { noteHTML, noteNodes, noteText } from "prose/note";

const edit = async (editor, position) => {
  const node = editor.state.doc.nodeAt(position);
  const note = await editNote(node.attrs.note, "Edit endnote");
  if (note === null || editor.state.doc.nodeAt(position)?.type !== node.type) return;
  const transaction = editor.state.tr;
  if (note) transaction.setNodeAttribute(position, "note", note);
  else transaction.delete(position, position + node.nodeSize);
  editor.view.dispatch(transaction);
  editor.view.focus();
};

const insert = async (editor) => {
  const note = await editNote("", "Add endnote");
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
    return ({ node, editor, getPos }) => {
      const dom = crel("span", { className: "prose-endnote", role: "button", contentEditable: "false" });
      const show = ({ attrs }) => {
        dom.title = noteText(attrs.note);
        dom.setAttribute("aria-label", `Endnote: ${dom.title}`);
      };
      dom.addEventListener("click", () => editor.isEditable && edit(editor, getPos()));
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
          insert(editor);
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
        edit(this.editor, from);
        return true;
      },
    };
  },
});
