// Keys as people read them: "Mod-Alt-f" is Ctrl+Alt+F, and on a Mac \u2325\u2318F.

const isMac = /Mac|iP(hone|[oa]d)/.test(navigator.platform);
const ON_A_MAC = { Alt: "\u2325", Shift: "\u21e7", Mod: "\u2318" };

export const keyName = (key) => {
  const parts = key.split("-");
  const last = parts.pop().toUpperCase();
  if (!isMac) return [...parts.map((part) => (part === "Mod" ? "Ctrl" : part)), last].join("+");
  return Object.keys(ON_A_MAC).filter((part) => parts.includes(part)).map((part) => ON_A_MAC[part]).join("") + last;
};

/** Show in the button's title, and to a screen reader, which key does the same. */
export const showKey = (button, key) => {
  button.title = `${button.title || button.getAttribute("aria-label")} (${keyName(key)})`;
  const parts = key.split("-").map((part) => (part !== "Mod" ? part : isMac ? "Meta" : "Control"));
  button.setAttribute("aria-keyshortcuts", [...parts.slice(0, -1), parts.at(-1).toUpperCase()].join("+"));
};
