// The line being typed stays in view: between the bars, above a telephone's keyboard, and inside a wide table.

import { Extension, Plugin } from "django-prose-editor/editor";

const ROOM = 12; // pixels between the line and a bar

const heightIfStuck = (bar) => (bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0);

// The part of the window in which text is seen, in the coordinates of getBoundingClientRect.
const seen = (editor) => {
  const screen = window.visualViewport;
  const acts = editor.view.dom.closest("form")?.querySelector(".submit-row");
  const finding = editor.options.element.querySelector(":scope > .prose-find");
  return {
    top: screen.offsetTop + heightIfStuck(editor.storage.menu.dom) + heightIfStuck(finding) + ROOM,
    bottom: screen.offsetTop + screen.height - heightIfStuck(acts) - ROOM,
  };
};

const overrun = (start, end, least, most) => {
  if (end > most) return Math.min(end - most, Math.max(start - least, 0) || end - most);
  return start < least ? start - least : 0;
};

/** Scroll the page, and the table around the caret, until the line with the caret is seen. */
export const reveal = (editor) => {
  const { view } = editor;
  const caret = () => view.coordsAtPos(view.state.selection.head);
  const node = view.domAtPos(view.state.selection.head).node;
  const wrapper = (node.nodeType === 1 ? node : node.parentElement).closest(".tableWrapper");
  if (wrapper) {
    const box = wrapper.getBoundingClientRect();
    const { left, right } = caret();
    wrapper.scrollLeft += overrun(left, right, box.left + ROOM, box.right - ROOM);
  }
  const { top, bottom } = seen(editor);
  const line = caret();
  window.scrollBy({ top: overrun(line.top, line.bottom, top, bottom), behavior: "instant" });
};

// Buttons that grow by a line ("Kept 14:02" on a telephone) do not cover a line that was seen above them.
const watchActs = (editor) => {
  const acts = editor.view.dom.closest("form")?.querySelector(".submit-row");
  if (!acts) return null;
  let before = seen(editor).bottom;
  const watch = new ResizeObserver(() => {
    const { bottom } = seen(editor);
    const line = editor.view.coordsAtPos(editor.view.state.selection.head);
    if (editor.isFocused && line.bottom > bottom && line.bottom <= before + ROOM) reveal(editor);
    before = bottom;
  });
  watch.observe(acts);
  return watch;
};

export const InView = Extension.create({
  name: "inView",

  addStorage: () => ({ isMovedByKey: false, shown: null, follow: null, bars: null }),

  onSelectionUpdate() {
    const { editor, storage } = this;
    if (storage.isMovedByKey && editor.isFocused && storage.shown !== editor.state) reveal(editor);
  },

  onCreate() {
    const { editor } = this;
    this.storage.follow = () => {
      if (editor.isFocused) reveal(editor);
    };
    window.visualViewport.addEventListener("resize", this.storage.follow);
    this.storage.bars = watchActs(editor);
  },

  onDestroy() {
    this.storage.bars?.disconnect();
    window.visualViewport.removeEventListener("resize", this.storage.follow);
  },

  addProseMirrorPlugins() {
    const { editor, storage } = this;
    const hear = (isMovedByKey) => () => {
      storage.isMovedByKey = isMovedByKey;
      return false;
    };
    const handleDOMEvents = { keydown: hear(true), pointerdown: hear(false) };
    const handleScrollToSelection = () => {
      reveal(editor);
      storage.shown = editor.state;
      return true;
    };
    return [new Plugin({ props: { handleDOMEvents, handleScrollToSelection } })];
  },
});
