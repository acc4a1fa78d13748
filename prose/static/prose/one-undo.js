// What the editor makes of typed signs is a step of its own: one Ctrl+Z, or Backspace right after, gives back what was
// typed, and nothing typed before it. The stock rule replaces the signs as they arrive, so that undoing it takes the last
// sign, and often the words before, along.

import { Extension, pm } from "django-prose-editor/editor";

const { closeHistory } = pm.history;

/** Meta of a rule's transaction: {from, to, text}, if what was typed is more than the sign that completed it. */
export const AS_TYPED = "prose:as-typed";

const ruleOf = (state, transaction) => {
  const plugin = state.plugins.find((each) => each.spec.isInputRules && transaction.getMeta(each));
  return plugin && { plugin, applied: transaction.getMeta(plugin) };
};

// A transaction from `state` to the document of `wanted`; null if it cannot be said in one step.
const difference = (state, wanted) => {
  const [before, after] = [state.doc.content, wanted.doc.content];
  const start = before.findDiffStart(after);
  if (start === null) return null;
  let { a, b } = before.findDiffEnd(after);
  const overlap = start - Math.min(a, b);
  if (overlap > 0) [a, b] = [a + overlap, b + overlap];
  const transaction = state.tr;
  try {
    transaction.step(new pm.transform.ReplaceStep(start, a, wanted.doc.slice(start, b)));
  } catch {
    return null;
  }
  if (!transaction.doc.eq(wanted.doc)) return null;
  transaction.setSelection(pm.state.Selection.fromJSON(transaction.doc, wanted.selection.toJSON()));
  return wanted.storedMarksSet ? transaction.setStoredMarks(wanted.storedMarks) : transaction;
};

export const OneUndo = Extension.create({
  name: "oneUndo",
  priority: 1000,

  dispatchTransaction({ transaction, next }) {
    const { editor } = this;
    const rule = ruleOf(editor.state, transaction);
    if (!rule) return next(transaction);
    const { plugin, applied } = rule;
    const isSign = applied.text && applied.text !== "\n";
    if (isSign) {
      const { from, to, text } = transaction.getMeta(AS_TYPED) || applied;
      const typed = editor.state.tr.insertText(text, from, to);
      const step = difference(editor.state.apply(typed), transaction);
      if (!step) return next(transaction);
      next(typed);
      next(closeHistory(difference(editor.state, transaction).setMeta(plugin, applied)).scrollIntoView());
    } else next(closeHistory(transaction));
    next(closeHistory(editor.state.tr));
  },

  addKeyboardShortcuts() {
    const { editor } = this;
    const isJustApplied = () => editor.state.plugins.some((each) => each.spec.isInputRules && each.getState(editor.state));
    return { Backspace: () => isJustApplied() && editor.commands.undo() };
  },
});
