// What the menu of "/" offers. An item is the editor's own command, with other words by which people look for it.

import { pm } from "django-prose-editor/editor";

// label: [words that find it too, command, or name of a command that opens a dialog]
const ITEMS = {
  Heading: ["h2 title section", (c) => c.setHeading({ level: 2 })],
  Subheading: ["h3", (c) => c.setHeading({ level: 3 })],
  "Bulleted list": ["points unordered ul", (c) => c.toggleBulletList()],
  "Numbered list": ["ordered ol", (c) => c.toggleOrderedList()],
  "Block quotation": ["quote blockquote", (c) => c.toggleBlockquote()],
  "Pull quote": ["quote aside", (c) => c.togglePullQuote()],
  Table: ["rows columns", "insertTableWithOptions"],
  "Caption of the table": ["title", "editTableCaption"],
  "Row below": ["add table", (c) => c.addRowAfter()],
  "Column after": ["add table", (c) => c.addColumnAfter()],
  "Delete row": ["remove table", (c) => c.deleteRow()],
  "Delete column": ["remove table", (c) => c.deleteColumn()],
  "Header row on or off": ["table", (c) => c.toggleHeaderRow()],
  "Header column on or off": ["table", (c) => c.toggleHeaderColumn()],
  Picture: ["image photo figure", "addPicture"],
  Embed: ["video youtube vimeo chart datawrapper audio spotify", "addEmbed"],
  Endnote: ["footnote note citation", "addEndnote"],
  Link: ["address url piece person outlet", "addLink"],
  "Drop cap on or off": ["initial letter", (c) => c.toggleDropCap()],
  "Section break": ["divider dividing line rule hr", (c) => c.setHorizontalRule()],
};

// Commands that open a dialog, where they have a place to.
const HAVE_A_PLACE = {
  addPicture: (editor) => editor.storage.picture?.library.canChoose,
  editTableCaption: (editor) => editor.isActive("table"),
  insertTableWithOptions: (editor) => !editor.isActive("table"),
};

const isOffered = (editor, act) =>
  typeof act === "string" ? Boolean(editor.commands[act]) && (HAVE_A_PLACE[act]?.(editor) ?? true) : act(editor.can().chain()).run();

const matches = (query, label, words) => {
  const typed = query.toLowerCase();
  return label.toLowerCase().includes(typed) || words.split(" ").some((word) => word.startsWith(typed));
};

/** The items that `query` finds, those first whose own name begins with it: {label, act}. */
export const itemsFor = (editor, query) => {
  const found = Object.entries(ITEMS)
    .filter(([label, [words, act]]) => matches(query, label, words) && isOffered(editor, act))
    .map(([label, [, act]]) => ({ label, act }));
  const isFirst = ({ label }) => label.toLowerCase().startsWith(query.toLowerCase());
  return [...found.filter(isFirst), ...found.filter((item) => !isFirst(item))];
};

/** Take what was typed for the menu out of the text, and do what was chosen: both one step back. */
export const choose = (editor, { from, to }, { act }) => {
  editor.view.dispatch(pm.history.closeHistory(editor.state.tr));
  const chain = editor.chain().focus().deleteRange({ from, to });
  if (typeof act !== "string") return act(chain).run();
  chain.run();
  return editor.commands[act]();
};
