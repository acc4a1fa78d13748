// Links on the clipboard: full addresses for relative ones. One without an address of its own loses its markup, never
// its words, and is named. The sentences are those of intake/sources/page/links.py.

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

const addressOf = (href, base) => {
  const real = /^https:\/\/www\.google\.com\/url\?(.*)$/.exec(href);
  const meant = (real && new URLSearchParams(real[1]).get("q")) || href;
  if (/^(https?:\/\/|mailto:)/i.test(meant)) return meant;
  if (meant.startsWith("#")) return "";
  const full = whole(meant, base);
  return /^https?:\/\//i.test(full) ? full : "";
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
