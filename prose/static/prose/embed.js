// An embed: a thing of another site, by an allow-list of providers. Its first line is its title, the others say what it shows;
// they are written in their place. Nothing of the site is loaded here.

import { Node, crel } from "django-prose-editor/editor";
import { ask, field } from "prose/dialog";

const named = (providers) => {
  const names = providers.map(({ name }) => name);
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
};

// "youtube:ID" of an address; null if no provider has such addresses.
const embedOf = (providers, address) => {
  for (const { code, address: pattern } of providers) {
    const match = new RegExp(`^(?:${pattern})$`).exec(address.trim());
    if (match) return `${code}:${match.slice(1).join("/")}`;
  }
  return null;
};

const askForEmbed = (providers) => {
  const help = `Of ${named(providers)}. Readers load it by a button; before, nothing is asked of that site.`;
  const [address, addressField] = field("Address", { inputMode: "url", autocomplete: "off" }, help);
  const [title, titleField] = field("Title", { autocomplete: "off" });
  const [shows, showsField] = field("What it shows or says", { type: "textarea", rows: 3 }, "For paper, feeds and readers who do not load it.");
  const fields = [address, title, shows];
  for (const each of fields) each.addEventListener("input", () => each.setCustomValidity(""));
  const refuse = (input, sentence) => {
    input.setCustomValidity(sentence);
    input.reportValidity();
  };
  return ask({
    title: "Add embed",
    content: crel("div", null, [addressField, titleField, showsField]),
    keep: "Add embed",
    isChanged: () => fields.some((each) => each.value.trim()),
    accept() {
      const embed = embedOf(providers, address.value);
      if (!embed) return refuse(address, `This is no address of a video, chart or recording of ${named(providers)}. A link works for every other page.`);
      if (!title.value.trim()) return refuse(title, "Write a title: it names the embed before it is loaded.");
      return { embed, lines: [title, shows].map((each) => each.value.trim()).filter(Boolean) };
    },
    open: () => address.focus(),
  });
};

export const Embed = Node.create({
  name: "embed",
  group: "block",
  content: "paragraph+",
  defining: true,
  isolating: true,

  addOptions: () => ({ attribute: "data-embed", providers: [] }),

  addAttributes() {
    const { attribute } = this.options;
    return { embed: { default: "", parseHTML: (element) => element.getAttribute(attribute), renderHTML: ({ embed }) => ({ [attribute]: embed }) } };
  },

  parseHTML() {
    return [{ tag: `aside[${this.options.attribute}]`, priority: 100 }];
  },

  renderHTML: ({ HTMLAttributes }) => ["aside", HTMLAttributes, 0],

  addNodeView() {
    const { attribute, providers } = this.options;
    return ({ node }) => {
      const [code, id] = node.attrs.embed.split(":");
      const provider = providers.find((each) => each.code === code);
      const page = provider ? provider.page.replace("{id}", id) : "";
      const said = crel("p", { className: "prose-embed-of", contentEditable: "false" }, [
        provider ? `${provider.name}: ` : "",
        crel("a", { href: page, textContent: page, target: "_blank", rel: "noopener noreferrer" }),
      ]);
      const contentDOM = crel("div");
      const dom = crel("aside", null, [said, contentDOM]);
      dom.setAttribute(attribute, node.attrs.embed);
      return { dom, contentDOM, ignoreMutation: (mutation) => said.contains(mutation.target) };
    };
  },

  addCommands() {
    return {
      addEmbed:
        () =>
        ({ editor }) => {
          askForEmbed(this.options.providers).then((answer) => {
            const paragraph = (text) => ({ type: "paragraph", content: [{ type: "text", text }] });
            const node = answer && { type: "embed", attrs: { embed: answer.embed }, content: answer.lines.map(paragraph) };
            if (node) editor.chain().focus().insertContent(node).run();
            else editor.view.focus();
          });
          return true;
        },
    };
  },
});
