// The buttons above a text, and how the keyboard reaches them: one tab stop, arrows between the buttons,
// Alt+F10 from the text, Escape back to it.

import { Extension } from "django-prose-editor/editor";
import { showKey } from "prose/keys";
import { askedOnce } from "prose/situation";

const block = (chain) => chain.focus();

// name: [group, icon or letters, label, command, state in which the button is pressed, key]
const ITEMS = {
  heading: [
    "desk-blocks", "H2", "Heading", (c) => c.toggleHeading({ level: 2 }), ["heading", { level: 2 }], "Mod-Alt-2",
  ],
  subheading: [
    "desk-blocks", "H3", "Subheading", (c) => c.toggleHeading({ level: 3 }), ["heading", { level: 3 }], "Mod-Alt-3",
  ],
  bold: ["desk-marks", "format_bold", "Bold", (c) => c.toggleBold(), ["bold"], "Mod-b"],
  italic: ["desk-marks", "format_italic", "Italic", (c) => c.toggleItalic(), ["italic"], "Mod-i"],
  superscript: ["desk-marks", "superscript", "Superscript", (c) => c.toggleSuperscript(), ["superscript"], "Mod-."],
  subscript: ["desk-marks", "subscript", "Subscript", (c) => c.toggleSubscript(), ["subscript"], "Mod-,"],
  bullets: [
    "desk-lists", "format_list_bulleted", "Bulleted list", (c) => c.toggleBulletList(), ["bulletList"], "Mod-Shift-8",
  ],
  numbers: [
    "desk-lists", "format_list_numbered", "Numbered list", (c) => c.toggleOrderedList(), ["orderedList"], "Mod-Shift-7",
  ],
  quote: ["desk-quotes", "format_quote", "Block quotation", (c) => c.toggleBlockquote(), ["blockquote"], "Mod-Shift-b"],
  pullQuote: ["desk-quotes", "Pull quote", "Pull quote", (c) => c.togglePullQuote(), ["pullQuote"], "Mod-Alt-p"],
  endnote: ["desk-notes", "Endnote", "Add endnote", (c) => c.addEndnote(), null, "Mod-Alt-f"],
  rule: ["desk-notes", "horizontal_rule", "Dividing line", (c) => c.setHorizontalRule()],
  undo: ["desk-history", "undo", "Undo", (c) => c.undo(), null, "Mod-z"],
  redo: ["desk-history", "redo", "Redo", (c) => c.redo(), null, "Mod-Shift-z"],
};

// Written only where it changes: a screen reader's tree is built anew after each attribute.
const say = (button, name, isSo) => {
  if (button.getAttribute(name) !== String(isSo)) button.setAttribute(name, String(isSo));
};

const isIcon = (face) => /^[a-z_]+$/.test(face);

const defineItems = ({ editor, buttons, menu }) => {
  for (const [name, [groups, face, label, command, state, key]] of Object.entries(ITEMS)) {
    const button = isIcon(face) ? buttons.material(face, label) : buttons.text(face, label);
    if (key) showKey(button, key);
    const isActive = askedOnce(() => Boolean(state && editor.isActive(...state)));
    menu.defineItem({
      name,
      groups,
      button,
      command: () => command(block(editor.chain())).run(),
      enabled: askedOnce(() => name === "endnote" || command(editor.can().chain()).run()),
      active: isActive,
      update: () => {
        if (state) say(button, "aria-pressed", isActive(editor));
      },
    });
  }
};

const walk = (bar, editor) => {
  const shown = () => [...bar.querySelectorAll("button")].filter((button) => !button.classList.contains("hidden"));
  const stopAt = (chosen) => {
    for (const button of bar.querySelectorAll("button")) button.tabIndex = button === chosen ? 0 : -1;
  };
  stopAt(shown()[0]);
  bar.addEventListener("focusin", (event) => stopAt(event.target));
  bar.addEventListener("keydown", (event) => {
    const buttons = shown();
    const at = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") editor.view.focus();
    else if (next !== undefined) buttons.at(next % buttons.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
};

export const Toolbar = Extension.create({
  name: "toolbar",

  addMenuItems({ buttons, menu }) {
    const known = Object.keys(ITEMS);
    defineItems({ editor: this.editor, buttons, menu });
    return known;
  },

  onCreate() {
    const { editor } = this;
    const bar = editor.storage.menu.dom;
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Formatting");
    walk(bar, editor);
    const mark = () => {
      for (const button of bar.querySelectorAll("button")) {
        say(button, "aria-disabled", button.classList.contains("disabled"));
      }
    };
    editor.on("transaction", mark);
    mark();
  },

  addKeyboardShortcuts() {
    return {
      "Alt-F10": () => {
        this.editor.storage.menu.dom.querySelector('button[tabindex="0"]').focus();
        return true;
      },
    };
  },
});
