// Where a figure may stand: between the blocks of the text, never in one of them.

import { pm } from "django-prose-editor/editor";

/** The place of a figure at the caret: after the block that it is in, and before an empty one, in which one types on. */
export const boundary = ({ selection, doc }, position = selection.to) => {
  const $position = doc.resolve(position);
  if (!$position.depth) return position;
  const isEmpty = $position.depth === 1 && !$position.parent.content.size;
  return isEmpty ? $position.before(1) : $position.after(1);
};

/** The place of a figure that is dropped: before or after the block under the pointer, whichever end is nearer. */
export const boundaryAt = (view, { clientX: left, clientY: top }) => {
  const { doc } = view.state;
  const $position = doc.resolve(view.posAtCoords({ left, top })?.pos ?? doc.content.size);
  if (!$position.depth) return $position.pos;
  const box = view.nodeDOM($position.before(1)).getBoundingClientRect();
  return top < (box.top + box.bottom) / 2 ? $position.before(1) : $position.after(1);
};

/** Put a figure there. The text always has a line after it to type on; the cleaner drops an empty one. */
export const insertFigure = ({ state, view, schema }, position, attrs, { isChosen = true } = {}) => {
  const node = schema.nodes.picture.create(attrs);
  const { tr } = state;
  tr.insert(position, node);
  const after = position + node.nodeSize;
  if (after === tr.doc.content.size) tr.insert(after, schema.nodes.paragraph.create());
  if (isChosen) tr.setSelection(pm.state.NodeSelection.create(tr.doc, position)).scrollIntoView();
  view.dispatch(tr);
};

/** Move a figure over the block before (-1) or after (1) it. */
export const moveFigure = ({ state, view }, position, step) => {
  const { doc, tr } = state;
  const node = doc.nodeAt(position);
  const $start = doc.resolve(position);
  const neighbour = doc.maybeChild($start.index() + step);
  if (!neighbour) return true;
  const target = step < 0 ? position - neighbour.nodeSize : position + neighbour.nodeSize;
  tr.delete(position, position + node.nodeSize).insert(target, node);
  view.dispatch(tr.setSelection(pm.state.NodeSelection.create(tr.doc, target)).scrollIntoView());
  return true;
};
