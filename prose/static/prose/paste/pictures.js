// Pictures in pasted HTML. What a data: address holds becomes an upload; nothing is fetched from any other address.

const DATA = /^data:(image\/(?:png|jpeg|webp|avif|gif));base64,([a-z0-9+/=\s]+)$/i;
const LEAST = 1000; // letters: below it, it is a dot that a page puts in the place of a picture that is not loaded yet
const PARAGRAPHS = "p, h1, h2, h3, h4, h5, h6, pre, li:not(:has(p)), td:not(:has(p)), th:not(:has(p))";

const held = (image) => {
  const [, type, base64] = DATA.exec(image.getAttribute("src") || "") || [];
  return base64?.length > LEAST ? { type: type.toLowerCase(), base64: base64.replace(/\s+/g, "") } : null;
};

// The number of paragraphs that begin before an element, its own included.
const paragraphsBefore = (body, element) =>
  [...body.querySelectorAll(PARAGRAPHS)].filter(
    (each) => each.textContent.trim() && element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING,
  ).length;

/** Take out the pictures that the HTML itself holds: [{type, base64, paragraphs}]. Others are asked for by a sentence. */
export const takePictures = (body, report) => {
  const taken = [];
  for (const image of body.querySelectorAll("img")) {
    const picture = held(image);
    if (!picture) continue;
    taken.push({ ...picture, paragraphs: paragraphsBefore(body, image) });
    image.remove();
  }
  const left = [...body.querySelectorAll("img")].filter((image) => /^(?:https?:|file:)?\/\//i.test(image.getAttribute("src") || "")).length;
  if (left) {
    report.say(
      left === 1
        ? "A picture was left out, because the desk fetches none. Where is it from? Drop its file here, and say so in the library."
        : `${left} pictures were left out, because the desk fetches none. Where are they from? Drop their files here, and say so in the library.`,
    );
  }
  return taken;
};
