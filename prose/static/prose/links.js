// Links: to the web and to pages of this desk, and what an address lacks as people type it.

import { Extension, Link as StockLink, Plugin } from "django-prose-editor/editor";
import { showKey } from "prose/keys";
import { askForLink, completed } from "prose/link-dialog";
import { isOwn, knowPlace } from "prose/own-pages";

// Without a selection the link is made of the word at the caret.
const wordAt = ({ selection }) => {
  const { $from } = selection;
  const before = /[^\s]*$/.exec($from.parent.textBetween(0, $from.parentOffset, "\n", " "))[0];
  const after = /^[^\s]*/.exec($from.parent.textBetween($from.parentOffset, $from.parent.content.size, "\n", " "))[0];
  return { from: $from.pos - before.length, to: $from.pos + after.length };
};

const edit = async (editor) => {
  const isLink = editor.isActive("link");
  const attributes = isLink ? editor.getAttributes("link") : {};
  const answer = await askForLink({ href: attributes.href || "", title: attributes.title });
  if (!answer) return editor.view.focus();
  const chain = editor.chain().focus();
  if (isLink) chain.extendMarkRange("link");
  else if (editor.state.selection.empty) chain.setTextSelection(wordAt(editor.state));
  const { words, ...attrs } = answer;
  if (!attrs.href) return chain.unsetLink().run();
  chain.run();
  if (!editor.state.selection.empty) return editor.chain().setMark("link", { ...attributes, ...attrs }).run();
  const text = words || attrs.href.replace(/^mailto:/, "");
  return editor.commands.insertContent({ type: "text", text, marks: [{ type: "link", attrs }] });
};

export const Link = StockLink.extend({
  addOptions() {
    return { ...this.parent?.(), isAllowedUri: (href, { defaultValidate }) => isOwn(href) || defaultValidate(href) };
  },

  addMenuItems({ menu, buttons }) {
    const add = buttons.material("insert_link", "Link");
    showKey(add, "Mod-k");
    menu.defineItem({
      name: "link",
      groups: "link",
      button: add,
      command: (editor) => editor.commands.addLink(),
      active: (editor) => editor.isActive("link"),
    });
    menu.defineItem({
      name: "unlink",
      groups: "link",
      button: buttons.material("link_off", "Remove link"),
      command: (editor) => editor.chain().focus().extendMarkRange("link").unsetLink().run(),
      hidden: (editor) => !editor.isActive("link"),
    });
  },

  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          edit(editor);
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    return { "Mod-k": () => this.editor.commands.addLink() };
  },
});

const complete = new WeakSet(); // blocks of which every link is: a key changes one block

const completeLinks = (state) => {
  const transaction = state.tr;
  state.doc.descendants((node, position) => {
    if (complete.has(node)) return false;
    if (node.isBlock) complete.add(node);
    const link = node.marks.find((mark) => mark.type.name === "link");
    const href = link && completed(link.attrs.href || "");
    if (!link || href === link.attrs.href) return;
    const end = position + node.nodeSize;
    transaction.removeMark(position, end, link).addMark(position, end, link.type.create({ ...link.attrs, href }));
  });
  return transaction.docChanged ? transaction : null;
};

export const Links = Extension.create({
  name: "links",

  onBeforeCreate() {
    knowPlace(this.editor.options.element.querySelector(":scope > textarea"));
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) =>
        transactions.some((transaction) => transaction.docChanged) ? completeLinks(state) : null,
    }),
  ],
});
