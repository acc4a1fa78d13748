// A figure as it is seen in the text while one writes: the desk's picture in its crop, caption, credit, and what it lacks.

import { crel } from "django-prose-editor/editor";
import { noteNodes, noteText } from "prose/note";
import { drawPicture, permissionWords } from "prose/picture/drawing";

const WIDTHS = { wide: "Wider than the text", full: "As wide as the page" };
const GONE = "You may not see this picture, or it is gone.";

const badges = ({ alt, width, crop }, record, isKnown) => {
  const badge = (textContent, mark = "") => crel("li", { className: mark && `prose-mark-${mark}`, textContent });
  return [
    ...(alt === null ? [badge("No text alternative yet", "stop")] : []),
    ...(alt === "" ? [badge("Decorative")] : []),
    ...(record && record.permission.mark !== "good" ? [badge(permissionWords(record.permission), record.permission.mark)] : []),
    ...(isKnown && !record ? [badge(GONE, "stop")] : []),
    ...(WIDTHS[width] ? [badge(WIDTHS[width])] : []),
    ...(crop ? [badge(crop)] : []),
  ];
};

/** The node view of a figure. `edit` opens its dialog. */
export const figureView = (node, library, edit) => {
  const frame = crel("div", { className: "prose-figure-picture" });
  const caption = crel("p", { className: "prose-figure-caption" });
  const credit = crel("p", { className: "prose-figure-credit" });
  const list = crel("ul", { className: "prose-figure-badges" });
  const button = crel("button", { type: "button", className: "button", textContent: "Edit picture" });
  const dom = crel("figure", { className: "prose-figure", contentEditable: "false" }, [frame, caption, credit, list, button]);
  dom.setAttribute("role", "group");
  button.addEventListener("click", edit);
  dom.addEventListener("dblclick", edit);
  let shown = node;

  const draw = (record, isKnown) => {
    const { attrs } = shown;
    drawPicture(frame, record, attrs.crop);
    caption.replaceChildren(...noteNodes(attrs.caption));
    credit.textContent = record?.credit ? `Credit: ${record.credit}` : record ? "No credit on record" : "";
    list.replaceChildren(...badges(attrs, record, isKnown));
    dom.setAttribute("aria-label", `Picture: ${attrs.alt || noteText(attrs.caption) || record?.title || ""}`);
  };
  const show = () => {
    const { uuid } = shown.attrs;
    library.record(uuid).then((record) => shown.attrs.uuid === uuid && draw(record, library.canChoose));
  };
  const look = () => {
    if (document.hidden) return;
    library.renewed(shown.attrs.uuid);
    show();
  };
  document.addEventListener("visibilitychange", look);
  draw(null, false);
  show();
  return {
    dom,
    update(changed) {
      if (changed.type !== node.type) return false;
      shown = changed;
      show();
      return true;
    },
    destroy: () => document.removeEventListener("visibilitychange", look),
    stopEvent: (event) => button.contains(event.target) && !/drag|drop/.test(event.type),
    ignoreMutation: () => true,
  };
};
