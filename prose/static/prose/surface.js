// What joins the editor to its page: the field's label and help, and its attributes that the stock nodes lack.

import { Code as StockCode, Extension } from "django-prose-editor/editor";

export const Surface = Extension.create({
  name: "surface",

  // The rules come with our own stylesheet; a style element made by script is what a strict policy forbids.
  onBeforeCreate() {
    this.editor.options.injectCSS = false;
  },

  addGlobalAttributes() {
    return [
      { types: ["link"], attributes: { hreflang: { default: null } } },
      { types: ["tableHeader"], attributes: { scope: { default: null } } },
    ];
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
    for (const name of ["aria-describedby", "aria-invalid", "lang", "dir"]) {
      if (textarea?.hasAttribute(name)) view.dom.setAttribute(name, textarea.getAttribute(name));
    }
  },
});

// The stock mark takes every other mark away, the link included; a stored text may hold both.
export const Code = StockCode.extend({ excludes: "" });
