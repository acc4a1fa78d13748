// Links on the clipboard: full addresses for relative ones. One without an address of its own loses its markup, never
// its words, and is named; redirects are undone. The sentences are those of intake/sources/page/links.py.

const SHOWN = 80;

const whole = (href, base) => {
  try {
    return new URL(href, base || undefined).href;
  } catch {
    return "";
  }
};

/** The address against which a page's relative links count: its <base>, else its own address. */
export const baseOf = (parsed) => {
  const own = [
    parsed.querySelector('link[rel~="canonical"]')?.getAttribute("href"),
    parsed.querySelector('meta[property="og:url"]')?.getAttribute("content"),
  ].find((address) => /^https?:\/\//i.test(address || "")) || "";
  return whole(parsed.querySelector("[data-was=base]")?.getAttribute("href") || own, own) || own;
};

const reasonFor = (href, base) => {
  const shown = href.length <= SHOWN ? href : `${href.slice(0, SHOWN)}…`;
  const scheme = /^[^/]*?:/.exec(href)?.[0].slice(0, -1).toLowerCase() || "";
  if (href.startsWith("#")) return `${shown} leads to a place on the old page only.`;
  if (scheme && !["http", "https", "mailto"].includes(scheme)) return `${shown} is no address of the web.`;
  if (!scheme && !base) return `${shown} is relative, and the page does not say where it stood.`;
  return `${shown} is not a complete web address.`;
};

let redirects = [];

/** Take the table of prose/redirects.py: host, or its end -> the path, and the parameters that hold the address. */
export const knowRedirects = (table) => {
  redirects = Object.entries(table);
};

const behind = (address) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url?.hostname.replace(/^www\./, "");
  for (const [end, [path, names]] of url ? redirects : []) {
    const isHost = host === end || host.endsWith(`.${end}`) || (end.endsWith(".") && host.startsWith(end));
    if (!isHost || !url.pathname.startsWith(path)) continue;
    const target = names.map((name) => url.searchParams.get(name)).find(Boolean) || "";
    return /^https?:\/\//.test(target) ? target : "";
  }
  return "";
};

// One program's link may be pasted through another's.
const unwrapped = (address) => {
  let inner = address;
  for (let turn = 0; turn < 3 && behind(inner); turn += 1) inner = behind(inner);
  return inner;
};

const addressOf = (href, base) => {
  if (/^mailto:/i.test(href)) return href;
  if (/^https?:\/\//i.test(href)) return unwrapped(href);
  const full = href.startsWith("#") ? "" : whole(href, base);
  return /^https?:\/\//i.test(full) ? unwrapped(full) : "";
};

/** Give every link in `body` its full address; take the markup of those that have none. */
export const tidyLinks = (body, base, report) => {
  for (const link of body.querySelectorAll("a")) {
    const href = (link.getAttribute("href") || "").trim();
    const address = href && addressOf(href, base);
    if (address) link.setAttribute("href", address);
    else {
      if (href) report.dropLink(link, reasonFor(href, base));
      link.replaceWith(...link.childNodes);
    }
  }
  report.nameLinks();
};
