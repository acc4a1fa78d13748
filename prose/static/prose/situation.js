// The situation of the caret: all that a button's state depends on. As long as it is the same, as it is while words are
// typed, no button is asked again whether it could be pressed.

import { pm } from "django-prose-editor/editor";

const situations = new WeakMap();

const around = ($place) => {
  const parts = [];
  for (let depth = 0; depth <= $place.depth; depth += 1) {
    const node = $place.node(depth);
    parts.push(node.type.name, JSON.stringify(node.attrs), depth === $place.depth ? "" : `${node.childCount}.${$place.index(depth)}`);
  }
  return parts.join();
};

const described = (state) => {
  const { $from, empty } = state.selection;
  if (!empty) return {}; // equal to none but itself
  const marks = (state.storedMarks || $from.marks()).map((mark) => mark.type.name + JSON.stringify(mark.attrs));
  return [
    around($from), marks, $from.parent.content.size > 0, $from.parentOffset === 0,
    pm.history.undoDepth(state) > 0, pm.history.redoDepth(state) > 0,
  ].join("|");
};

const situationOf = (state) => {
  if (!situations.has(state)) situations.set(state, described(state));
  return situations.get(state);
};

/** `ask` about an editor, with its last answer for as long as the situation is the same. */
export const askedOnce = (ask) => {
  let situation = null;
  let answer = null;
  return (editor) => {
    const now = situationOf(editor.state);
    if (situation !== now) [situation, answer] = [now, ask(editor)];
    return answer;
  };
};
