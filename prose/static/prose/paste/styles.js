// The declarations that a word processor writes into style attributes and style sheets. They are read as text and
// never applied: `inert` in paste/tidy.js has renamed each `style` to `data-style`.

const DECLARATION = /([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/g;

const parsed = (text) =>
  Object.fromEntries(
    [...text.matchAll(DECLARATION)].map(([, name, value]) => [
      name.toLowerCase(),
      // Word breaks long lines inside declarations.
      value.replace(/\s+/g, " ").trim().toLowerCase(),
    ]),
  );

const known = new WeakMap();

/** Declarations of an element's former style attribute: name -> value, both in lower case. */
export const styleOf = (element) => {
  if (!known.has(element)) known.set(element, parsed(element.dataset?.style || ""));
  return known.get(element);
};

/** The elements inside `body` whose declaration `name` has one of these values. */
export const styled = (body, name, ...values) =>
  [...body.querySelectorAll("[data-style]")].filter((element) => values.includes(styleOf(element)[name]));

export const isHidden = (style) =>
  style.display === "none" || style["mso-hide"] === "all" || style.visibility === "hidden";

/** Selectors of the rules in a clipboard's style sheets that hide text, rules for other media left out. */
export const hidingSelectors = (html) => {
  const sheets = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi)].map(([, sheet]) => sheet);
  const rules = sheets
    .join("\n")
    .replace(/<!--|-->|\/\*[\s\S]*?\*\//g, "")
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  return [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, , declarations]) => isHidden(parsed(declarations)))
    .map(([, selector]) => selector.trim());
};
