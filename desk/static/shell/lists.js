/* Each cell of a list carries the heading of its column, for screens on which a record is a block of lines. */
"use strict";

document.querySelectorAll("#result_list").forEach((table) => {
  const headings = [...table.tHead.rows[0].cells].map((cell) => cell.querySelector(".text")?.textContent.trim());
  for (const row of table.tBodies[0].rows) {
    [...row.cells].forEach((cell, column) => {
      if (cell.tagName !== "TD" || !headings[column]) return;
      cell.dataset.says = headings[column];
      cell.classList.toggle("is-empty", ["-", ""].includes(cell.textContent.trim()) && !cell.querySelector("img, input"));
    });
  }
});
