// Tables: a dialog for rows and columns. A table has a header row unless somebody says otherwise.

import { Table as StockTable, crel } from "django-prose-editor/editor";
import { ask, field } from "prose/dialog";

const USUAL = 3;
const MOST = 100;

const askForTable = () => {
  const number = { type: "number", min: 1, max: MOST, value: USUAL };
  const [rows, rowsField] = field("Rows", number);
  const [cols, colsField] = field("Columns", number);
  const [header, headerField] = field("Header row", { type: "checkbox", checked: true });
  return ask({
    title: "Insert table",
    content: crel("div", null, [rowsField, colsField, headerField]),
    keep: "Insert table",
    isChanged: () => false, // numbers are typed again in a moment
    accept() {
      if (!rows.reportValidity() || !cols.reportValidity()) return undefined;
      return { rows: rows.valueAsNumber || USUAL, cols: cols.valueAsNumber || USUAL, withHeaderRow: header.checked };
    },
    open: () => rows.select(),
  });
};

export const Table = StockTable.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      insertTableWithOptions:
        () =>
        ({ editor }) => {
          askForTable().then((table) => {
            const chain = editor.chain().focus();
            if (table) chain.insertTable(table);
            chain.run();
          });
          return true;
        },
    };
  },
});
