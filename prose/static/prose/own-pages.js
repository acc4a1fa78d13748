// This desk's own pages, as links name them: "piece:…", "author:…", "outlet:…". The server prints the address of the day.
// A page: {href, name, detail}. Where to ask stands on the field of the text.

const OWN = /^(?:piece|author|outlet):[a-z0-9-]+$/;

export const isOwn = (href) => OWN.test(href || "");

let place = ""; // one for all texts of a page, notes included

/** Take over from the field of a text where its pages are asked for. */
export const knowPlace = (textarea) => {
  place = textarea?.dataset.ownPages || place;
};

export const canFind = () => Boolean(place);

const ask = async (query, signal) => {
  const answer = await fetch(`${place}?${new URLSearchParams(query)}`, { signal, headers: { Accept: "application/json" }, redirect: "error" });
  if (!answer.ok) throw new Error("unreached");
  return (await answer.json()).pages;
};

/** The pages that have these words. Throws if the desk cannot be asked. */
export const pagesWith = (words, signal) => ask({ q: words }, signal);

/** The page that a link names; null if it cannot be learned. */
export const pageNamed = async (href) => {
  if (!place) return null;
  try {
    return (await ask({ href }))[0] || null;
  } catch {
    return null;
  }
};
