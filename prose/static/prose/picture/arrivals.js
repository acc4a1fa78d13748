// Pictures that arrive as files: dropped on the text, or from the clipboard, alone or inside of pasted HTML.

import { Plugin } from "django-prose-editor/editor";
import { boundary, boundaryAt } from "prose/picture/places";

const FROM_A_PAGE = "“{title}” came from a page: say in the library where it is from, and who allows it to be shown.";

// Programs put a picture of their text beside it: where there are words on the clipboard, these are meant. The name of a
// copied file is no words.
const isPictureAlone = (clipboard, html, files) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const words = files.reduce((text, { name }) => text.replace(name, ""), clipboard.getData("text/plain"));
  return !body.textContent.trim() && !words.trim();
};
const isOfAPage = (html) => /<img\b[^>]*\ssrc=["']?(?:https?:)?\/\//i.test(html);

const filesOf = (transfer) => [...(transfer?.files || [])];

/** A file made of what a data: address holds. */
const fileOf = ({ type, base64 }, index) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new File([bytes], `pasted-${index + 1}.${type.split("/")[1]}`, { type });
};

/** The place after so many paragraphs of what was just pasted. */
const placeAfter = ({ doc }, { from, to }, paragraphs) => {
  let left = Math.max(paragraphs, 1);
  let place = null;
  doc.nodesBetween(Math.max(from, 0), Math.min(to, doc.content.size), (node, position) => {
    if (node.isTextblock && left > 0) {
      left -= 1;
      place = position + 1;
    }
  });
  return boundary({ doc }, place ?? to);
};

const changed = (transaction) => {
  let range = null;
  transaction.mapping.maps.forEach((map, at) => {
    const rest = transaction.mapping.slice(at + 1);
    map.forEach((_start, _end, start, end) => {
      const from = Math.min(range?.from ?? Infinity, rest.map(start, -1));
      range = { from, to: Math.max(range?.to ?? 0, rest.map(end, 1)) };
    });
  });
  return range;
};

/** The plugin that takes files to `uploads`. Pasting leaves the pictures of data: addresses in `expected`. */
export const arrivals = (editor, uploads) => {
  const handlePaste = (view, event) => {
    const files = filesOf(event.clipboardData);
    const html = event.clipboardData?.getData("text/html") || "";
    if (!files.length || !isPictureAlone(event.clipboardData, html, files)) return false;
    uploads.add(files, boundary(view.state), isOfAPage(html) ? FROM_A_PAGE : "");
    return true;
  };
  const handleDrop = (view, event, _slice, isMoved) => {
    const files = filesOf(event.dataTransfer);
    if (isMoved || !files.length) return false;
    event.preventDefault();
    uploads.add(files, boundaryAt(view, event), isOfAPage(event.dataTransfer.getData("text/html")) ? FROM_A_PAGE : "");
    view.focus();
    return true;
  };
  editor.on("transaction", ({ transaction }) => {
    const { pasting } = editor.storage;
    const pictures = pasting?.pictures || [];
    if (!pictures.length || !["paste", "drop"].includes(transaction.getMeta("uiEvent"))) return;
    pasting.pictures = [];
    const range = changed(transaction) || transaction.selection;
    const files = pictures.map(fileOf);
    files.forEach((file, index) => uploads.add([file], placeAfter(editor.state, range, pictures[index].paragraphs)));
  });
  return new Plugin({ props: { handlePaste, handleDrop } });
};
