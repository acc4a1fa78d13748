/* What is typed in the form of a piece is sent to the desk every few seconds, which keeps it for its writer: no version, and
   nothing that readers see. While the desk cannot be reached a copy stays in this browser. */
"use strict";

const UNKEPT = 3; // seconds from the first key that is not kept yet
const HEARD = 45; // seconds between two signs of life
const FIRST = 3; // seconds until the first
const WAITS = 3; // seconds for an answer until a copy is kept here
const AGAIN = 5; // seconds until it is tried again

class Keeper {
  constructor(form, place) {
    Object.assign(this, { form, address: place.dataset.keep, tab: form.elements._tab.value, turn: 0, timer: 0, kept: null, isPaused: false });
    this.isOfPiece = !form.elements.form_key;
    // A page that shows unsaved text differs from what is saved, whatever is typed.
    this.loaded = document.querySelector(".errornote, .error-summary, .unsaved, .conflict") ? "" : null;
    if (this.loaded === "") this.touched();
    this.listen();
    navigator.locks?.request(this.lock(this.tab), () => new Promise(() => {})); // held for as long as this page lives
    if (this.isOfPiece) setTimeout(() => this.beat(), FIRST * 1000);
  }

  lock(tab) { return `desk form ${tab}`; }

  listen() {
    // Before the first key or click changes anything, but after editors have put their text in order.
    for (const name of ["keydown", "pointerdown", "beforeinput", "paste", "drop"]) {
      document.addEventListener(name, () => { this.loaded ??= this.text(); }, { capture: true, once: true });
    }
    for (const name of ["input", "change", "formset:added", "formset:removed"]) this.form.addEventListener(name, () => this.touched());
    window.django?.jQuery?.(this.form).on("change", () => this.touched());
    this.form.addEventListener("desk:frozen", () => { this.isPaused = true; this.stop?.abort(); });
    this.form.addEventListener("desk:thawed", () => { this.isPaused = false; this.touched(); });
    this.form.addEventListener("desk:leaving", ({ detail }) => {
      this.isLeaving = true;
      if (detail?.isDone) Copies.drop(this.address, this.tab);
    });
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("pageshow", ({ persisted }) => { if (persisted) { this.isLeaving = this.isPaused = false; this.beat(); } });
    window.addEventListener("online", () => this.keep());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { this.touched(); this.beat(); } });
  }

  fields() {
    return [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && !name.startsWith("_") && !Unsent.SECRET.test(name));
  }
  text() { return JSON.stringify(this.fields()); }
  get isUnsaved() { return this.loaded !== null && this.text() !== this.loaded; }

  touched(seconds = UNKEPT) {
    if (!this.timer) this.timer = setTimeout(() => this.keep(), seconds * 1000);
  }

  /* Send what is typed if it is not what was kept last. */
  async keep() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.loaded === null || this.isPaused || this.isLeaving) return;
    if (this.isSending) { this.touched(); return; }
    const text = this.text();
    if (text === (this.kept ?? this.loaded)) return;
    const copy = { fields: JSON.parse(text), turn: this.next(), at: Date.now() };
    const slow = setTimeout(() => Copies.keep(this.address, this.tab, copy), WAITS * 1000);
    const answer = await this.send(text === this.loaded ? "forget" : "typed", copy);
    clearTimeout(slow);
    if (this.isPaused || this.isLeaving) return;
    if (answer.status === 200 && answer.said) this.done(text, answer.said);
    else this.failed(answer, copy);
    if (this.text() !== this.kept) this.touched(answer.status === 200 ? UNKEPT : AGAIN);
  }

  async send(what, copy, { isLast = false } = {}) {
    const stop = new AbortController();
    if (what !== "open") [this.isSending, this.stop] = [true, stop]; // a sign of life holds no text back
    const answer = await post(this.address, this.body(what, copy, isLast), { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(15000)]), keepalive: isLast });
    if (what !== "open") this.isSending = false;
    if (answer.said?.token && answer.said.account === Session.accountOf(document) && !this.isRenewed) {
      this.isRenewed = true; // logged in again, elsewhere
      Session.renew(answer.said.token);
      return this.send(what, copy);
    }
    this.isRenewed = false;
    return answer;
  }

  body(what, { fields = [], turn = 0 } = {}, isLast = false) {
    const body = new FormData();
    const own = { csrfmiddlewaretoken: this.form.elements.csrfmiddlewaretoken.value, _tab: this.tab, _what: what, _turn: turn, _account: Session.accountOf(document), _base: this.form.elements.base?.value ?? "" };
    for (const [name, value] of [...fields, ...Object.entries(own)]) body.append(name, value);
    if (!this.isOfPiece && !fields.length) body.append("form_key", this.form.elements.form_key.value);
    if (this.isUnsaved) body.append("_unsaved", "1");
    if (this.form.elements._brought) body.append("_brought", this.form.elements._brought.value);
    if (!this.isHeard) body.append("_opened", "1");
    if (isLast) body.append("_closing", "1");
    return body;
  }

  next() {
    this.turn = Math.max(this.turn + 1, Date.now());
    return this.turn;
  }

  done(text, said) {
    this.kept = text;
    this.isHeard = true;
    Copies.drop(this.address, this.tab);
    this.hour = said.kept;
    this.tell(said);
  }

  failed({ status, said }, copy) {
    const hour = DeskHour.words(copy.at);
    this.hour = null; // what stands beside the buttons now stays until the desk has it
    if (!Copies.keep(this.address, this.tab, copy)) {
      this.say("Not kept: the desk does not take it, and this browser has no room for a copy. Copy your text to a safe place.");
    } else if (said?.login) {
      Session.tell(this.form, said.login);
      this.say(`Kept in this browser at ${hour}; you are logged out`);
    } else if (said?.token) {
      this.say(`Kept in this browser at ${hour}, for your own account: somebody else is logged in here now`);
    } else if (said?.sentence && status !== 503) {
      this.say(`Kept in this browser at ${hour}. ${said.sentence}`);
    } else {
      this.say(`Kept in this browser at ${hour}; the desk cannot be reached`);
    }
  }

  /* Whoever writes far down in the text does not see what stands above it. */
  tell({ newer, ...said }) {
    const words = [this.hour && `kept ${this.hour}`, newer && `version ${newer.number} was saved meanwhile`].filter(Boolean).join("; ");
    if (this.hour !== null && (newer || this.hour !== undefined)) this.say(words.replace(/^./, (first) => first.toUpperCase()));
    Presence.show({ newer, ...said });
  }

  say(words, ...links) {
    const place = this.form.querySelector("[data-kept]");
    if (place.textContent !== words || links.length) place.replaceChildren(words, ...links);
  }

  /* A sign of life, and the answer who else is there. */
  async beat() {
    clearTimeout(this.clock);
    if (!this.isOfPiece || this.isLeaving) return;
    this.clock = setTimeout(() => this.beat(), HEARD * 1000);
    if (document.hidden || this.isSending || this.isPaused) return;
    const { said } = await this.send("open");
    if (!said?.others || this.isPaused || this.isLeaving) return; // a save of its own is under way
    this.isHeard = true;
    this.tell(said);
  }

  leave() {
    clearTimeout(this.timer);
    clearTimeout(this.clock);
    this.timer = 0;
    const text = this.loaded === null ? null : this.text();
    const isTyped = !this.isLeaving && text !== null && text !== (this.kept ?? this.loaded) && text !== this.loaded;
    const copy = isTyped ? { fields: JSON.parse(text), turn: this.next(), at: Date.now() } : {};
    if (isTyped) Copies.keep(this.address, this.tab, copy); // nobody hears whether it arrived
    if (isTyped || (this.isHeard && this.isOfPiece)) this.send(isTyped ? "typed" : "", copy, { isLast: true });
  }
}

const keptPlace = document.querySelector("[data-keep]");
const keeper = keptPlace ? new Keeper(document.querySelector("#article_form"), keptPlace) : null;
