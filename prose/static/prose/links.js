// Addresses as people type them into the link dialog: "example.org/x" and "desk@example.org" get what they lack.

import { Extension, Plugin } from "django-prose-editor/editor";

export const completed = (typed) => {
  const address = typed.trim();
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(address) ? `https://${address}` : address;
};

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
