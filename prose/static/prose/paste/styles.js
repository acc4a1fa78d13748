// The declarations that a word processor writes into style attributes and style sheets. They are read as text and
// never applied: `inert` in paste/tidy.js has renamed each `style` to `data-style`.

const DECLARATION = /([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/g;

const parsed = (text) =>
  Object.fromEntries(
    [...text.matchAll(DECLARATION)].map(([, name, value]) => [
      name.toLowerCase(),
      // Word breaks long lines inside declarations.
      value.replace(/\s+/g, " ").replace(/\s*!\s*important\b/i, "").trim().toLowerCase(),
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

const AWAY = /^-(?:9{3,}|[1-9]\d{4,})(?:px|pt|r?em)$/;
const CLIPPED = /^(?:rect\(\s*(?:0|1px)(?:px)?\b.*\)|inset\(\s*(?:50|100)%\s*\))$/;

// Moved off the page or cut to nothing: sites write so for screen readers.
const isOutOfSight = (style) =>
  /^(?:absolute|fixed)$/.test(style.position || "") &&
  ([style.left, style.top].some((side) => AWAY.test(side || "")) || [style.clip, style["clip-path"]].some((cut) => CLIPPED.test(cut || "")));

const NOTHING = /^(?:0*\.?0+(?:px|pt|r?em|%)?|1(?:px|pt))$/;
const CLEAR = /^(?:transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|(?:rgba?|hsla?)\(.*[,/]\s*0*\.?0+%?\s*\))$/;
const areNothing = (style, ...names) => names.some((name) => NOTHING.test(style[name] || ""));

/** True for what may be hidden or be only waiting for a script. As in intake/sources/tidy/declared.py, as is the next. */
export const isFaint = (style) =>
  areNothing(style, "opacity", "font-size", "zoom") || CLEAR.test(style["-webkit-text-fill-color"] || style.color || "") ||
  (style.transform || "").includes("scale(0)") ||
  (style.overflow === "hidden" && areNothing(style, "height", "max-height", "width", "max-width"));

export const isHidden = (style) =>
  /^none/.test(style.display || "") || /^(?:all|screen)$/.test(style["mso-hide"] || "") ||
  /^(?:hidden|collapse)$/.test(style.visibility || "") || style["content-visibility"] === "hidden" ||
  /^-(?:999|\d{4})/.test(style["text-indent"] || "") || isOutOfSight(style);

const AT_RULE = /@[\w-]+[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g;

const sheetsOf = (html) =>
  [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi)].map(([, sheet]) => sheet).join("\n").replace(/<!--|-->|\/\*[\s\S]*?\*\//g, "");

const rulesIn = (sheet) =>
  [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, declarations]) => [selector.trim(), parsed(declarations)]);

// The rules in a clipboard's style sheets, [selector, declarations]; rules for other media are left out.
const rulesOf = (html) => rulesIn(sheetsOf(html).replace(AT_RULE, ""));

/** Selectors of the rules in a clipboard's style sheets that hide text. */
export const hidingSelectors = (html) =>
  rulesOf(html).filter(([, declarations]) => isHidden(declarations)).map(([selector]) => selector);

const WORD_PROCESSOR = /microsoft word|\bMso[A-Z]|mso-|SCXW\d|docs-internal-guid|\blst-kix_|google\.com\/url\?q=|#ftnt|#cmnt|doc-content/;
const LIBRE_OFFICE = /<meta[^>]{0,80}generator[^>]{0,80}(?:LibreOffice|OpenOffice)/i;

/** A look-up of an element's declarations: its own after those of rules for its tag, class or id. */
export const declaredIn = (html) => {
  const rules = new Map(); // no plain object: a selector may be "constructor" or "__proto__"
  for (const [selectors, declarations] of rulesOf(html)) {
    for (const selector of selectors.split(",").map((each) => each.trim())) {
      rules.set(selector, { ...rules.get(selector), ...declarations });
    }
  }
  return (element) => {
    const tag = element.localName;
    const names = [...element.classList].map((name) => `.${name}`).concat(element.id ? `#${element.id}` : []);
    const found = names.map((name) => ({ ...rules.get(name), ...rules.get(`${tag}${name}`) }));
    return Object.assign({}, rules.get(tag), ...found, styleOf(element));
  };
};

/** The same for marks. As in intake, style sheets say something of marks only in texts of a word processor. */
export const marksDeclaredIn = (html) =>
  WORD_PROCESSOR.test(html) || LIBRE_OFFICE.test(html) ? declaredIn(html) : styleOf;

const LOOKED_UP = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i;
const STATE = /:(?:link|visited|hover|active|focus[\w-]*|:?before|:?after|:selection|first-l\w+)$/i;

/** Declarations of rules that `declaredIn` does not look up: for parts of parts, or on some screens only. */
export const unreadDeclarations = (html) => {
  const onSome = [...sheetsOf(html).matchAll(AT_RULE)].map(([rule]) => rule).filter((rule) => !rule.startsWith("@media print"));
  const inside = onSome.map((rule) => rule.slice(rule.indexOf("{") + 1, rule.lastIndexOf("}"))).flatMap(rulesIn);
  const selectorsOf = (rule) => rule[0].split(",").map((each) => each.trim()).filter(Boolean);
  const isUnread = (selector, isOnSome) => (isOnSome || !LOOKED_UP.test(selector)) && !STATE.test(selector);
  return [...rulesOf(html).map((rule) => [rule, false]), ...inside.map((rule) => [rule, true])]
    .filter(([rule, isOnSome]) => selectorsOf(rule).some((selector) => isUnread(selector, isOnSome)))
    .map(([[, declarations]]) => declarations);
};
