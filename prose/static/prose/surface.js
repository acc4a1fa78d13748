// What joins the editor to its page: the field's label and help, and its attributes that the stock nodes lack.

import { Code as StockCode, Extension } from "django-prose-editor/editor";
import { wholeHTML } from "prose/written";

// What the field says of itself, now or later: its language may change while it is written.
const CARRIED = ["aria-describedby", "aria-invalid", "lang", "dir"];

const DROP_CAP = "drop-cap";
const dropCap = {
  default: false,
  keepOnSplit: false,
  parseHTML: (element) => element.classList.contains(DROP_CAP),
  renderHTML: (attributes) => (attributes.dropCap ? { class: DROP_CAP } : {}),
};

export const Surface = Extension.create({
  name: "surface",

  // The rules come with our own stylesheet; a style element made by script is what a strict policy forbids.
  onBeforeCreate() {
    const { editor } = this;
    editor.options.injectCSS = false;
    editor.getHTML = () => wholeHTML(editor.state);
  },

  addGlobalAttributes() {
    return [
      { types: ["link"], attributes: { hreflang: { default: null } } },
      { types: ["tableHeader"], attributes: { scope: { default: null } } },
      { types: ["paragraph"], attributes: { dropCap } },
    ];
  },

  addCommands() {
    return {
      toggleDropCap:
        () =>
        ({ state, commands }) => {
          const { parent, depth } = state.selection.$from;
          if (depth !== 1 || parent.type.name !== "paragraph") return false;
          return commands.updateAttributes("paragraph", { dropCap: !parent.attrs.dropCap });
        },
    };
  },

  onCreate() {
    const { element, view } = { element: this.editor.options.element, view: this.editor.view };
    view.dom.setAttribute("role", "textbox");
    view.dom.setAttribute("aria-multiline", "true");
    const textarea = element.querySelector(":scope > textarea");
    const label = textarea?.labels?.[0];
    if (label) {
      label.id ||= `${textarea.id}_label`;
      view.dom.setAttribute("aria-labelledby", label.id);
      label.addEventListener("click", () => view.focus());
    }
    const carry = () => {
      for (const name of CARRIED) {
        if (textarea?.hasAttribute(name)) view.dom.setAttribute(name, textarea.getAttribute(name));
        else view.dom.removeAttribute(name);
      }
    };
    if (!textarea) return;
    carry();
    const follow = () => {
      carry();
      view.dispatch(view.state.tr); // what is drawn by direction is drawn again
    };
    new MutationObserver(follow).observe(textarea, { attributeFilter: CARRIED });
  },
});

// The stock mark takes every other mark away, the link included; a stored text may hold both.
export const Code = StockCode.extend({ excludes: "" });
