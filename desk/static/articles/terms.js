/* What a closed part says of its fields is no longer so when one of them was changed. */
"use strict";

document.querySelectorAll("[data-terms]").forEach((terms) => {
  terms.addEventListener("input", () => {
    const words = terms.querySelector("[data-terms-words]");
    words.textContent = words.dataset.termsWords;
  });
});
