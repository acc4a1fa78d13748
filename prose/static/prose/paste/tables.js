// Tables on the clipboard: the first row heads the columns, and rows left empty at the end go.

const renamed = (cell) => {
  const made = cell.ownerDocument.createElement("th");
  made.append(...cell.childNodes);
  for (const { name, value } of cell.attributes) made.setAttribute(name, value);
  cell.replaceWith(made);
};

const isEmpty = (row) => !row.textContent.replaceAll("\u00a0", " ").trim() && !row.querySelector("[data-footnote]");

/** A table without header cells, of at least two rows and two columns, gets a header row. */
export const tidyTables = (body) => {
  for (const table of body.querySelectorAll("table")) {
    while (table.rows.length > 1 && isEmpty(table.rows[table.rows.length - 1])) table.rows[table.rows.length - 1].remove();
    const rows = [...table.rows];
    const heads = rows.filter((row) => row.parentElement.localName === "thead");
    const isPlain = !rows.some((row) => [...row.cells].some((cell) => cell.localName === "th"));
    if (!heads.length && isPlain && rows.length > 1 && rows.some((row) => row.cells.length > 1)) heads.push(rows[0]);
    for (const row of heads) for (const cell of [...row.cells]) if (cell.localName === "td") renamed(cell);
  }
};
