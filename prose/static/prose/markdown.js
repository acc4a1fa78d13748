// Markdown as it is typed, where the stock rules lack it: "1. " begins a numbered list, "---" is a section break.

import { Extension, HorizontalRule as StockRule, InputRule, pm, wrappingInputRule } from "django-prose-editor/editor";
import { AS_TYPED } from "prose/one-undo";

// Two digits: a paragraph that begins with a year is none.
const NUMBER = /^(\d{1,2})\.\s$/;
const DASHES = /^(?:---|\u2013-|\u2014-)$/; // the first two have become a dash by then

export const HorizontalRule = StockRule.extend({ addInputRules: () => [] });

export const Markdown = Extension.create({
  name: "markdown",
  priority: 500, // before the dashes of typography

  addInputRules() {
    const { orderedList } = this.editor.schema.nodes;
    const list = wrappingInputRule({
      find: NUMBER,
      type: orderedList,
      getAttributes: (match) => ({ start: Number(match[1]) }),
      joinPredicate: (match, node) => node.childCount + node.attrs.start === Number(match[1]),
    });
    const handler = ({ state, range }) => {
      const { $from } = state.selection;
      if ($from.depth !== 1 || $from.parent.type.name !== "paragraph") return null;
      const [start, end] = [$from.before(), $from.after()];
      const { horizontalRule, paragraph } = state.schema.nodes;
      state.tr.setMeta(AS_TYPED, { ...range, text: "---" });
      state.tr.replaceWith(start, end, [horizontalRule.create(), paragraph.create()]);
      state.tr.setSelection(pm.state.TextSelection.create(state.tr.doc, start + 2));
      return undefined;
    };
    return [list, new InputRule({ find: DASHES, handler })];
  },
});
