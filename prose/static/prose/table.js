// Tables: a dialog for rows, columns and caption. A table has a header row unless somebody says otherwise. Its caption is an
// attribute of it and not text in it: rows are all that the commands on tables know.

import { Table as StockTable, crel } from "django-prose-editor/editor";
import { ask, field } from "prose/dialog";
import { lineEditor, lineField, lineOf } from "prose/line-editor";
import { noteHTML, noteNodes, noteText } from "prose/note";

const USUAL = 3;
const MOST = 100;

const askForTable = () => {
  const number = { type: "number", min: 1, max: MOST, value: USUAL };
  const [rows, rowsField] = field("Rows", number);
  const [cols, colsField] = field("Columns", number);
  const [header, headerField] = field("Header row", { type: "checkbox", checked: true });
  return ask({
    title: "Insert table",
    content: crel("div", null, [rowsField, colsField, headerField]),
    keep: "Insert table",
    isChanged: () => false, // numbers are typed again in a moment
    accept() {
      if (!rows.reportValidity() || !cols.reportValidity()) return undefined;
      return { rows: rows.valueAsNumber || USUAL, cols: cols.valueAsNumber || USUAL, withHeaderRow: header.checked };
    },
    open: () => rows.select(),
  });
};

const askForCaption = async (caption, { marks, surface }) => {
  const content = lineField();
  let editor = null;
  const answer = await ask({
    title: "Caption of the table",
    content,
    keep: "Save caption",
    isChanged: () => editor && lineOf(editor) !== caption,
    accept: () => lineOf(editor),
    open(dialog) {
      editor = lineEditor(content, caption, { marks, surface, label: dialog.getAttribute("aria-labelledby") });
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      editor.view.focus();
    },
  });
  editor.destroy();
  return answer;
};

const editCaption = async (editor, position, marks) => {
  const node = editor.state.doc.nodeAt(position);
  const answer = await askForCaption(node.attrs.caption, { marks, surface: editor.view.dom });
  if (answer !== null && editor.state.doc.nodeAt(position)?.type === node.type) {
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, "caption", answer));
  }
  editor.view.focus();
};

// Where the table around the caret begins; null outside of one.
const tableAt = ({ selection: { $from } }) => {
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === "table") return $from.before(depth);
  return null;
};

const showCaption = (element, caption) => {
  element.hidden = !caption;
  element.replaceChildren(...noteNodes(caption));
  element.setAttribute("aria-label", `Caption: ${noteText(caption)}`);
};

const item = (menu, button, name, command) =>
  menu.defineItem({ name: `table:${name}`, groups: "table", button, command, hidden: (editor) => !editor.isActive("table") });

export const Table = StockTable.extend({
  addOptions() {
    return { ...this.parent?.(), marks: [] };
  },

  addAttributes() {
    const { marks } = this.options;
    const parseHTML = (table) => noteHTML(table.querySelector(":scope > caption") || crel("p"), marks);
    return { ...this.parent?.(), caption: { default: "", rendered: false, parseHTML } };
  },

  parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],

  renderHTML({ node, HTMLAttributes }) {
    const { caption } = node.attrs;
    const head = caption ? [crel("caption", null, noteNodes(caption))] : [];
    return ["table", HTMLAttributes, ...head, ["tbody", 0]];
  },

  addNodeView() {
    const make = this.parent?.();
    const { marks } = this.options;
    return (props) => {
      const view = make(props);
      const element = crel("caption", { contentEditable: "false", role: "button" });
      element.addEventListener("click", () => props.editor.isEditable && editCaption(props.editor, props.getPos(), marks));
      showCaption(element, props.node.attrs.caption);
      view.table.prepend(element);
      const update = view.update.bind(view);
      view.update = (node) => {
        if (!update(node)) return false;
        showCaption(element, node.attrs.caption);
        return true;
      };
      return view;
    };
  },

  addMenuItems({ editor, menu, buttons }) {
    this.parent?.({ editor, menu, buttons });
    item(menu, buttons.text("Caption", "Caption of the table"), "caption", () => editor.commands.editTableCaption());
    item(menu, buttons.text("Header row", "Header row on or off"), "headerRow", () => editor.chain().focus().toggleHeaderRow().run());
    item(menu, buttons.text("Header column", "Header column on or off"), "headerColumn", () => editor.chain().focus().toggleHeaderColumn().run());
  },

  addCommands() {
    return {
      ...this.parent?.(),
      insertTableWithOptions:
        () =>
        ({ editor }) => {
          askForTable().then((table) => {
            const chain = editor.chain().focus();
            if (table) chain.insertTable(table);
            chain.run();
          });
          return true;
        },
      editTableCaption:
        () =>
        ({ editor }) => {
          const position = tableAt(editor.state);
          if (position !== null) editCaption(editor, position, this.options.marks);
          return position !== null;
        },
    };
  },
});
