// Find and replace in one text, its notes and captions: Ctrl+F while the caret is in it, or the button above it. The
// browser's own search finds neither, and leaves the text as it is.

import { Extension, Plugin, pm } from "django-prose-editor/editor";
import { findBar } from "prose/find/bar";
import { hitsIn, replaceHits } from "prose/find/hits";
import { reveal } from "prose/in-view";
import { showKey } from "prose/keys";

const key = new pm.state.PluginKey("find");
const NOTHING = { hits: [], current: -1, asked: null };
const MOST = 200; // characters of a selection that is looked for

const drawn = (state, { hits, current }) => {
  const decorations = hits.map((hit, at) => {
    const attributes = { class: at === current ? "prose-hit prose-hit-current" : "prose-hit" };
    const { node, inline } = pm.view.Decoration;
    return hit.attribute ? node(hit.from, hit.to, attributes) : inline(hit.from, hit.to, attributes);
  });
  return pm.view.DecorationSet.create(state.doc, decorations);
};

// Told by meta: null ends it; {asked, at} looks anew, from a position on; {current} goes to another place.
const apply = (transaction, before) => {
  const news = transaction.getMeta(key);
  const asked = news === undefined ? before.asked : news && (news.asked || before.asked);
  if (!asked) return NOTHING;
  if (!news && !transaction.docChanged) return before;
  const hits = news?.asked || transaction.docChanged ? hitsIn(transaction.doc, asked.wanted, asked.options) : before.hits;
  const following = () => Math.max(0, hits.findIndex((hit) => hit.from >= news.at));
  const current = news?.current ?? (news ? following() : before.current);
  return { asked, hits, current: Math.min(current, hits.length - 1) };
};

const counted = ({ hits, current, asked }) => {
  if (!asked?.wanted) return "";
  return hits.length ? `${current + 1} of ${hits.length.toLocaleString()}` : "Not in this text";
};

class Finding {
  constructor(editor) {
    this.editor = editor;
    const acts = ["change", "next", "previous", "replace", "replaceAll", "close"];
    this.bar = findBar(Object.fromEntries(acts.map((name) => [name, () => this[name]()])));
  }

  get found() {
    return key.getState(this.editor.state);
  }

  open() {
    const { editor } = this;
    const { from, to } = editor.state.selection;
    const selected = to - from <= MOST ? editor.state.doc.textBetween(from, to, "\n") : "";
    editor.storage.menu.dom.after(this.bar.element);
    this.bar.element.style.setProperty("--bar-above", `${editor.storage.menu.dom.offsetHeight}px`);
    this.bar.begin(selected.includes("\n") ? "" : selected);
    this.look(from);
  }

  look(at) {
    const { view, state } = this.editor;
    view.dispatch(state.tr.setMeta(key, { asked: this.bar.asked(), at }));
    this.show();
  }

  change() {
    this.look(this.found.hits[this.found.current]?.from ?? this.editor.state.selection.from);
  }

  show() {
    const { hits, current } = this.found;
    const hit = hits[current];
    if (!hit) return;
    const { view, state } = this.editor;
    const { TextSelection, NodeSelection } = pm.state;
    const selection = hit.attribute ? NodeSelection.create(state.doc, hit.from) : TextSelection.create(state.doc, hit.from, hit.to);
    view.dispatch(state.tr.setSelection(selection));
    reveal(this.editor);
  }

  move(by) {
    const { found } = this;
    if (!found.hits.length) return;
    const current = (found.current + by + found.hits.length) % found.hits.length;
    this.editor.view.dispatch(this.editor.state.tr.setMeta(key, { current }));
    this.show();
  }

  next() {
    this.move(1);
  }

  previous() {
    this.move(-1);
  }

  put(hits, at) {
    const { view, state } = this.editor;
    const asked = { ...this.bar.asked(), marks: this.editor.storage.find.marks };
    view.dispatch(pm.history.closeHistory(replaceHits(state.tr, hits, asked)));
    view.dispatch(pm.history.closeHistory(this.editor.state.tr));
    this.look(at + asked.words.length);
  }

  replace() {
    const { hits, current } = this.found;
    if (hits[current]) this.put([hits[current]], hits[current].from);
  }

  replaceAll() {
    const { hits } = this.found;
    if (!hits.length) return;
    this.put(hits, 0);
    const places = hits.length === 1 ? "1 place" : `${hits.length.toLocaleString()} places`;
    this.bar.say(`Replaced in ${places}. Undo takes all of them back.`, this.found.hits.length);
  }

  close() {
    const { view, state } = this.editor;
    this.bar.element.remove();
    view.dispatch(state.tr.setMeta(key, null));
    view.focus();
  }
}

export const Find = Extension.create({
  name: "find",

  addOptions: () => ({ marks: [] }),

  addStorage: () => ({ finding: null, marks: [] }),

  onCreate() {
    this.storage.marks = this.options.marks;
    this.storage.finding = new Finding(this.editor);
  },

  addCommands() {
    return {
      findInText:
        () =>
        ({ editor }) => {
          queueMicrotask(() => editor.storage.find.finding.open());
          return true;
        },
    };
  },

  addMenuItems({ menu, buttons }) {
    const button = buttons.material("search", "Find and replace");
    showKey(button, "Mod-f");
    menu.defineItem({ name: "find", groups: "desk-history", button, command: (editor) => editor.commands.findInText() });
  },

  addKeyboardShortcuts() {
    return { "Mod-f": () => this.editor.commands.findInText() };
  },

  addProseMirrorPlugins() {
    const decorations = (state) => (key.getState(state).hits.length ? drawn(state, key.getState(state)) : null);
    const update = ({ state }, before) => {
      const found = key.getState(state);
      if (found !== key.getState(before)) this.storage.finding?.bar.say(counted(found), found.hits.length);
    };
    return [new Plugin({ key, state: { init: () => NOTHING, apply }, props: { decorations }, view: () => ({ update }) })];
  },
});
