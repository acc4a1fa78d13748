// A picture of the library as the desk shows it: in its crop, around its focal point, with its permission in words.

const made = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** Show a picture in a crop, around its focal point; a word in its place without a record. */
export const drawPicture = (frame, record, crop) => {
  if (!record) return frame.replaceChildren("Picture");
  const image = frame.querySelector("img") || made("img", { alt: "", draggable: false });
  if (image.getAttribute("src") !== record.address) image.src = record.address;
  image.width = record.width;
  image.height = record.height;
  image.style.aspectRatio = crop.replace(":", " / ");
  image.style.objectPosition = record.focus.map((hundredths) => `${hundredths}%`).join(" ");
  if (!image.isConnected) frame.replaceChildren(image);
};

/** The permission in words: "Permission: Nothing on record"; what may be shown says so itself. */
export const permissionWords = ({ words, mark }) => (mark === "stop" ? `Permission: ${words}` : words);

/** What the library says of a picture: its name, credit, permission and size, with a link to its page. */
export const recordWords = ({ title, credit, permission, width, height, record }) => {
  const line = (className, ...content) => {
    const paragraph = made("p", { className });
    paragraph.append(...content);
    return paragraph;
  };
  const link = made("a", { href: record, target: "_blank", rel: "noopener", textContent: "Its record in the library" });
  link.append(made("span", { className: "prose-quiet", textContent: " (new tab)" }));
  return [
    line("", made("strong", { textContent: title })),
    credit ? line("", `Credit: ${credit}`) : line("prose-mark-stop", "No credit on record"),
    line(`prose-mark-${permission.mark}`, permissionWords(permission)),
    line("prose-quiet", `${width} × ${height} pixels`),
    line("", link),
  ];
};
