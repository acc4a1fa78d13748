// Links: the dialog for an address, and what an address lacks as people type it.

import { Extension, Link as StockLink, Plugin, crel } from "django-prose-editor/editor";
import { ask, field } from "prose/dialog";
import { showKey } from "prose/keys";

/** "example.org/x" and "desk@example.org" as full addresses. */
export const completed = (typed) => {
  const address = typed.trim();
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(address) ? `https://${address}` : address;
};

const isAddress = (address) => /^(https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+|#[^\s]+)/i.test(address);

const askForLink = ({ href = "", title = "" }) => {
  const [address, addressField] = field("Address", { value: href, inputMode: "url", autocomplete: "off" });
  const [words, titleField] = field("Title", { value: title || "" }, "Shown when the pointer rests on the link. Optional.");
  address.addEventListener("input", () => address.setCustomValidity(""));
  return ask({
    title: href ? "Edit link" : "Add link",
    content: crel("div", null, [addressField, titleField]),
    keep: "Save link",
    isChanged: () => address.value.trim() !== href || words.value.trim() !== (title || ""),
    accept() {
      const complete = completed(address.value);
      if (!complete || isAddress(complete)) return { href: complete, title: words.value.trim() || null };
      address.setCustomValidity("Write a full address, such as https://example.org/page.");
      address.reportValidity();
      return undefined;
    },
    open: () => address.focus(),
  });
};

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
  if (!answer.href) return chain.unsetLink().run();
  chain.run();
  if (!editor.state.selection.empty) return editor.chain().setMark("link", { ...attributes, ...answer }).run();
  const text = answer.href.replace(/^mailto:/, "");
  return editor.commands.insertContent({ type: "text", text, marks: [{ type: "link", attrs: answer }] });
};

export const Link = StockLink.extend({
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

const complete = (state) => {
  const transaction = state.tr;
  state.doc.descendants((node, position) => {
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

  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) =>
        transactions.some((transaction) => transaction.docChanged) ? complete(state) : null,
    }),
  ],
});
