// "/" at the start of a line or after a space opens a list of what can be inserted there. What follows it narrows the
// list; Escape, a space or a word that nothing is called closes it and leaves what was typed.

import { Extension, Plugin, pm } from "django-prose-editor/editor";
import { choose, itemsFor } from "prose/slash/items";
import { menuList } from "prose/slash/list";

const key = new pm.state.PluginKey("slashMenu");
const TYPED = /(?:^|[\s\ufffc])\/([\p{L}\d]*)$/u;

// {from, to, query} of what is typed for the menu before the caret; null where it is none.
const typedFor = ({ selection }) => {
  const { $cursor } = selection;
  if (!$cursor || $cursor.parent.type.spec.code) return null;
  const before = $cursor.parent.textBetween(Math.max(0, $cursor.parentOffset - 30), $cursor.parentOffset, "\n", "\ufffc");
  const typed = TYPED.exec(before);
  return typed && { from: $cursor.pos - typed[1].length - 1, to: $cursor.pos, query: typed[1] };
};

// Open is only what a typed "/" has opened: not one that stands there already, nor one that was pasted. A busy browser
// tells several letters at once, and the next key before anything else is done: so the list opens with the letters.
const applyTo = (storage) => (transaction, before, _old, state) => {
  const meta = transaction.getMeta(key);
  if (meta !== undefined) return meta;
  if (!(transaction.docChanged || (before && transaction.selectionSet))) return before;
  const { typedAt } = storage;
  storage.typedAt = null;
  const typed = typedFor(state);
  if (!typed) return null;
  return typed.from === before?.from || (typedAt !== null && typed.from >= typedAt) ? typed : null;
};

const view = (editor) => (editorView) => {
  const pick = (item) => choose(editor, key.getState(editor.state), item);
  const list = menuList(editor.options.element, editorView.dom, pick);
  editor.storage.slashMenu.list = list;
  return {
    update({ state }, before) {
      const typed = key.getState(state);
      if (typed === key.getState(before)) return;
      const found = typed ? itemsFor(editor, typed.query) : [];
      editor.storage.slashMenu.isOpen = found.length > 0;
      if (found.length) list.show(found, editorView.coordsAtPos(typed.from));
      else list.hide();
    },
    destroy: () => list.hide(),
  };
};

export const SlashMenu = Extension.create({
  name: "slashMenu",
  priority: 900, // its keys come before those of lists and tables

  addStorage: () => ({ list: null, isOpen: false, typedAt: null }),

  addProseMirrorPlugins() {
    const { editor, storage } = this;
    const close = () => editor.view.dispatch(editor.state.tr.setMeta(key, null));
    const acts = {
      ArrowDown: () => storage.list.move(1),
      ArrowUp: () => storage.list.move(-1),
      Enter: () => choose(editor, key.getState(editor.state), storage.list.chosen()),
      Escape: close,
    };
    // The letters themselves are the browser's or a rule's to write.
    const handleTextInput = (editorView, from, _to, text) => {
      storage.typedAt = text.includes("/") && !editorView.composing ? from : null;
      return false;
    };
    const handleKeyDown = (_view, event) => {
      const act = storage.isOpen && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && acts[event.key];
      if (!act) return false;
      act();
      return true;
    };
    const handleDOMEvents = { blur: () => storage.isOpen && close() };
    return [
      new Plugin({
        key,
        state: { init: () => null, apply: applyTo(storage) },
        props: { handleTextInput, handleKeyDown, handleDOMEvents },
        view: view(editor),
      }),
    ];
  },
});
