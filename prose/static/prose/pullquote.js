// A pull quote: words of the piece set large beside it.

import { Node } from "django-prose-editor/editor";

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "block+",
  defining: true,

  addOptions: () => ({ className: "pullquote" }),

  parseHTML() {
    return [{ tag: `aside.${this.options.className}` }];
  },

  renderHTML() {
    return ["aside", { class: this.options.className }, 0];
  },

  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    };
  },

  addKeyboardShortcuts() {
    return { "Mod-Alt-p": () => this.editor.commands.togglePullQuote() };
  },
});
