// The dialog for a link: an address, or a page of this desk, found by its words.

import { crel } from "django-prose-editor/editor";
import { ask, field } from "prose/dialog";
import { canFind, isOwn, pageNamed } from "prose/own-pages";
import { pageFinder } from "prose/page-finder";

/** "example.org/x" and "desk@example.org" as full addresses. */
export const completed = (typed) => {
  const address = typed.trim();
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(address) ? `https://${address}` : address;
};

const isAddress = (address) => isOwn(address) || /^(https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+|#[^\s]+)/i.test(address);
const isOurs = (address) => address.startsWith(`${location.origin}/`);

const HELP = "An address, or words of a piece, a person or an outlet of ours: then the link stays right when the address changes.";

/** Resolves to {href, title, words}, with "" as href for no link; null when the person thinks better of it. */
export const askForLink = ({ href = "", title = "" }) => {
  let own = isOwn(href) ? href : "";
  let name = "";
  const [address, addressField] = field("Address", { value: own ? "" : href, inputMode: canFind() ? "text" : "url", autocomplete: "off" }, canFind() ? HELP : "");
  const [words, titleField] = field("Title", { value: title || "" }, "Shown when the pointer rests on the link. Optional.");
  const leads = crel("p", { className: "prose-own-page", role: "status" });
  const tell = (page) => {
    name = page?.name || "";
    if (own) leads.textContent = page ? `Leads to “${page.name}” (${page.detail}).` : "Leads to a page of this desk.";
  };
  const picked = (page) => {
    own = page.href;
    address.value = "";
    tell(page);
    address.focus();
  };
  const finder = pageFinder(address, { isAddress: (typed) => isAddress(completed(typed)) && !isOurs(typed), picked });
  addressField.append(...finder.parts);
  address.addEventListener("input", () => address.setCustomValidity(""));
  if (own) {
    tell(null);
    pageNamed(own).then((page) => own === href && tell(page));
  }
  return ask({
    title: href ? "Edit link" : "Add link",
    content: crel("div", null, [leads, addressField, titleField]),
    keep: "Save link",
    isChanged: () => address.value.trim() !== (isOwn(href) ? "" : href) || own !== (isOwn(href) ? href : "") || words.value.trim() !== (title || ""),
    accept() {
      if (finder.chosen() && document.activeElement === address) picked(finder.chosen());
      const complete = completed(address.value);
      const titled = { title: words.value.trim() || null };
      if (!complete) return { href: own, words: name, ...titled };
      if (isAddress(complete)) return { href: complete, words: "", ...titled };
      const choose = canFind() ? "Choose a page below, or write a full address" : "Write a full address";
      address.setCustomValidity(`${choose}, such as https://example.org/page.`);
      address.reportValidity();
      return undefined;
    },
    open: () => address.focus(),
  });
};
