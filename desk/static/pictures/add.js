/* Files go to the desk one after the other as soon as they are chosen, dropped or pasted, each in a row of its own. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const adding = document.querySelector("[data-adds-files]");
  const input = adding.querySelector("[type=file]");
  const rows = document.querySelector("[data-received]");
  const UNREACHED = "The desk cannot be reached.";
  const waiting = [];
  let isSending = false;

  /* The rows of the desk's answer for one file. Throws a sentence. */
  function send(file, progress) {
    const body = new FormData();
    for (const field of adding.elements) if (field.name && field !== input) body.append(field.name, field.value);
    body.append("in_rows", "1");
    body.append("file", file);
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("POST", adding.action || location.href);
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => progress(event.loaded / event.total));
      request.setRequestHeader("Sent-By", "script");
      request.addEventListener("load", () => {
        const { status, response } = request;
        if (response?.rows) done(response.rows);
        else if (response?.login) fail("You are not logged in any more. Log in in another tab, then send it again.");
        else fail(response?.sentence ?? `The desk did not take this (${status}).`);
      });
      request.addEventListener("error", () => fail(UNREACHED));
      request.send(body);
    });
  }

  function row(file) {
    const made = document.querySelector("[data-under-way]").content.cloneNode(true).firstElementChild;
    made.querySelector("[data-name]").textContent = file.name;
    rows.append(made);
    return made;
  }

  async function next() {
    const job = waiting.shift();
    if (!job) { finish(); return; }
    isSending = true;
    const { file, place, isAlone } = job;
    const [bar, standing, again] = ["progress", "[data-standing]", "button"].map((name) => place.querySelector(name));
    again.hidden = true;
    standing.textContent = "is sent";
    try {
      const answer = await send(file, (part) => {
        bar.value = part;
        if (part === 1) standing.textContent = "is read";
      });
      place.insertAdjacentHTML("afterend", answer);
      const leadsTo = place.nextElementSibling.dataset.leadsTo;
      place.remove();
      if (isAlone && leadsTo) { finish(); location.assign(leadsTo); return; }
    } catch (sentence) {
      standing.textContent = String(sentence);
      again.hidden = false;
      again.onclick = () => { waiting.push(job); if (!isSending) next(); };
    }
    isSending = false;
    next();
  }

  /* Nothing is left on this page that leaving it would lose. */
  function finish() {
    isSending = false;
    adding.dispatchEvent(new CustomEvent("desk:leaving", { bubbles: true }));
  }

  function take(files) {
    const isAlone = files.length === 1;
    for (const file of files) waiting.push({ file, place: row(file), isAlone });
    input.value = "";
    if (!isSending) next();
  }

  input.addEventListener("change", () => take([...input.files]));
  document.addEventListener("dragover", (event) => { event.preventDefault(); adding.classList.add("is-under-drop"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) adding.classList.remove("is-under-drop"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    adding.classList.remove("is-under-drop");
    take([...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => { if (event.clipboardData.files.length) take([...event.clipboardData.files]); });
  window.addEventListener("beforeunload", (event) => { if (isSending || waiting.length) event.preventDefault(); });
  adding.querySelector("[data-without-script]").hidden = true;
}
