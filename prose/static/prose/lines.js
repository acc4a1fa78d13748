// Plain text from the clipboard keeps its lines: empty ones part paragraphs, the others are line breaks.
// For a field that takes a whole text to be read: whether its lines were wrapped by hand is told from them.

import { Extension, Plugin } from "django-prose-editor/editor";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const paragraphs = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n(?:[ \t]*\n)+/)
    .filter((group) => group.trim())
    .map((group) => `<p>${group.split("\n").map(escaped).join("<br>")}</p>`)
    .join("");

export const Lines = Extension.create({
  name: "lines",

  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste(view, event) {
          const data = event.clipboardData;
          const text = data?.getData("text/plain");
          if (!text?.includes("\n") || data.getData("text/html")) return false;
          return view.pasteHTML(paragraphs(text));
        },
      },
    }),
  ],
});
