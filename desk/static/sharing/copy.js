// Copies the address of a new link, which is shown once.

const address = document.querySelector("[data-address]");
const copy = document.querySelector("[data-copy]");

if (address && copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.value);
    document.querySelector("[data-copied]").textContent = "Copied.";
  });
}
address?.addEventListener("focus", () => address.select());
