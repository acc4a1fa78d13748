// The desk's library of pictures, asked by the addresses that stand on the field: where to choose, where to upload.
// A record: {uuid, key, title, width, height, address, description, credit, focus, permission: {words, mark}, record}.

const UNREACHED = "The desk cannot be reached. Try again.";
const LOGGED_OUT = "You are not logged in any more. Log in in another tab, then try again.";
const BROKEN = "The desk did not take this. Try again.";
const TOKEN = "[name=csrfmiddlewaretoken]";

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

export class Library {
  records = new Map(); // uuid: promise of a record, or of null for a picture that the account does not see

  wanted = new Set();

  constructor(field) {
    this.field = field;
  }

  get canChoose() {
    return Boolean(this.field?.dataset.pictures);
  }

  get canUpload() {
    return Boolean(this.field?.dataset.pictureUpload);
  }

  /** {pictures, more}: records, the newest first, and how many others there are. Throws an Error with a sentence. */
  async search(words, signal) {
    const { pictures, more } = await this.#ask(new URLSearchParams({ q: words }), signal);
    for (const record of pictures) this.#keep(record);
    return { pictures, more };
  }

  /** The record of a picture; null if there is none to be seen. Those asked for at one moment are asked for together. */
  record(uuid) {
    if (!this.canChoose) return Promise.resolve(null);
    if (!this.records.has(uuid)) {
      this.wanted.add(uuid);
      this.asked ??= Promise.resolve().then(() => this.#fetchWanted());
      this.records.set(uuid, this.asked.then((found) => found.get(uuid) ?? null));
    }
    return this.records.get(uuid);
  }

  /** Ask anew for a record: somebody may have changed it in another tab. */
  renewed(uuid) {
    this.records.delete(uuid);
    return this.record(uuid);
  }

  async #fetchWanted() {
    const uuids = [...this.wanted];
    this.wanted.clear();
    this.asked = undefined;
    try {
      const { pictures } = await this.#ask(new URLSearchParams(uuids.map((uuid) => ["uuid", uuid])));
      return new Map(pictures.map((record) => [record.uuid, record]));
    } catch {
      for (const uuid of uuids) this.records.delete(uuid); // asked again when it is shown again
      return new Map();
    }
  }

  async #ask(query, signal) {
    const asked = { redirect: "manual", cache: "no-store", signal };
    const answer = await fetch(`${this.field.dataset.pictures}?${query}`, asked).catch((error) => {
      throw signal?.aborted ? error : new Error(UNREACHED);
    });
    if (answer.type === "opaqueredirect") throw new Error(LOGGED_OUT);
    const said = answer.ok ? parsed(await answer.text()) : null;
    if (!said?.pictures) throw new Error(BROKEN);
    return said;
  }

  /** Send a file. Resolves to its record; throws an Error with a sentence, or one named "AbortError". */
  async upload(file, { signal, progress, isAgain = false }) {
    const { status, said } = await this.#send(file, signal, progress);
    if (said?.uuid) return this.#keep(said);
    if (said?.token && !isAgain && this.#renew(said)) return this.upload(file, { signal, progress, isAgain: true });
    if (said?.login || said?.go) throw new Error(LOGGED_OUT);
    throw new Error(said?.problem || said?.sentence || (status ? BROKEN : UNREACHED));
  }

  #send(file, signal, progress) {
    const body = new FormData();
    body.append("file", file, file.name || "pasted.png");
    const request = new XMLHttpRequest(); // fetch tells nothing of how far it is
    request.open("POST", this.field.dataset.pictureUpload);
    request.setRequestHeader("X-CSRFToken", document.querySelector(TOKEN)?.value ?? "");
    request.setRequestHeader("Sent-By", "script");
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(total ? loaded / total : 0));
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => request.abort());
      request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      request.addEventListener("loadend", () => resolve({ status: request.status, said: parsed(request.responseText) }));
      request.send(body);
    });
  }

  // Whoever has logged in again in another tab has another token.
  #renew({ token, account }) {
    if (account !== document.querySelector("meta[name=account]")?.content) return false;
    for (const field of document.querySelectorAll(TOKEN)) field.value = token;
    return true;
  }

  #keep(record) {
    this.records.set(record.uuid, Promise.resolve(record));
    return record;
  }
}
