/* Forms of the desk are sent by script, so that what is typed stays on the screen until the desk has it.

   The desk answers in JSON (desk/unsaved/in_place.py): where to go, that its page says why it did not save, or a
   sentence. Without this script the browser sends the forms, as it does here with those that answer with a page. */
"use strict";

const PAUSES = [5, 10, 20, 40, 60]; // seconds before a form is sent again
const PATIENCE = 60; // seconds for one answer
const SLOW = 8; // seconds until the user is told that it takes long
const QUIET = 3; // seconds without typing before a form is sent again by itself
const UNREACHED = "The desk cannot be reached.";
const BROKEN = "What came back was not the desk’s whole answer, so this may have been saved already.";

/* Post the form. Returns { status, said, pause }: said is the desk's JSON or null, status 0 for no answer at all. */
async function post(address, body, more = {}) {
  const answer = await fetch(address, {
    method: "POST", body, headers: { "Sent-By": "script" }, cache: "no-store", redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE * 1000), ...more,
  }).catch(() => null);
  const isOurs = answer?.headers.get("Content-Type")?.startsWith("application/json");
  const said = isOurs ? await answer.json().catch(() => null) : null; // null: only half of it came
  return { status: answer?.status ?? 0, said, pause: Number(answer?.headers.get("Retry-After")) };
}

/* Ask whether the desk is there at all, for forms whose answer is a page. */
async function reach() {
  const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(SLOW * 1000) }).catch(() => null);
  return answer?.ok ? { status: 200, said: { show: true } } : { status: answer?.status ?? 0, said: null, pause: 0 };
}

/* What to tell the user about an answer, and after how many seconds to send again (0: not by itself). */
function verdict({ status, said, pause }, attempt) {
  const usual = PAUSES[Math.min(attempt, PAUSES.length - 1)];
  if (said?.sentence) return { words: said.sentence, after: status === 503 ? Math.max(pause || 0, usual) : 0 };
  if (status === 0) return { words: UNREACHED, after: usual };
  if (status === 413) return { words: "This is too large to be sent. Shorten it, or save it in parts.", after: 0 };
  if (status === 408 || status === 429 || status >= 502) return { words: `The desk does not answer (${status}).`, after: Math.max(pause || 0, usual) };
  if (status >= 400) return { words: `The desk did not take this (${status}).`, after: 0 };
  return { words: BROKEN, after: usual };
}

class Sender {
  constructor(form) {
    Object.assign(this, { form, button: null, isUnderWay: false, isNative: false, attempt: 0, timer: 0, touched: 0, frozen: [] });
    // On the document, after the form's own listeners: Django's boxes of two lists select their chosen options then.
    document.addEventListener("submit", (event) => { if (event.target === form) this.submitted(event); });
    form.addEventListener("input", () => { this.touched = Date.now(); });
    window.addEventListener("online", () => { if (this.timer) this.send(); });
    window.addEventListener("pageshow", (event) => { if (event.persisted) this.thaw(); });
  }

  submitted(event) {
    if (this.isNative || event.defaultPrevented || event.submitter?.formTarget) return;
    event.preventDefault();
    if (this.isUnderWay) return; // the second click of two
    const isByEnter = event.submitter?.name === "_enter"; // the button that does the same is to be seen
    const button = (isByEnter && this.form.querySelector(".submit-row .default")) || event.submitter;
    Object.assign(this, { button, attempt: 0, told: "", isRenewed: false });
    this.send();
  }

  get address() {
    const own = this.button?.hasAttribute("formaction") ? this.button.formAction : this.form.getAttribute("action");
    return new URL(own || location.href.split("#")[0], location.href).href;
  }

  async send() {
    this.stop();
    this.isUnderWay = true;
    const body = new FormData(this.form, this.button);
    this.freeze();
    const slow = setTimeout(() => this.tell("The desk takes long to answer. What you typed is kept here."), SLOW * 1000);
    const isPage = this.form.hasAttribute("data-answers-with-a-page") || this.form.elements._popup;
    const answer = await (isPage ? reach() : post(this.address, body));
    clearTimeout(slow);
    if (answer.said?.go) return this.leave(() => location.assign(answer.said.go), { isDone: true });
    this.isUnderWay = false;
    this.thaw();
    if (answer.said?.show) return this.show();
    if (this.renew(answer.said)) return this.send();
    this.refuse(answer);
  }

  /* The desk's page says why: the browser gets it by sending the form itself, once a copy is safe. */
  show() {
    if (!Unsent.keep(this.form, this.button, this.address)) {
      const button = this.choice("Show it", () => this.leave(() => this.form.requestSubmit(this.button)));
      return Status.say(this.form, "Nothing is saved yet. The desk’s next page says why.", { alert: true, more: [button] });
    }
    this.leave(() => this.form.requestSubmit(this.button));
    this.isUnderWay = true;
    this.freeze();
  }

  leave(go, detail) {
    this.isNative = true;
    this.form.dispatchEvent(new CustomEvent("desk:leaving", { bubbles: true, detail }));
    go();
    this.isNative = false;
  }

  /* Whoever has logged in again has another token. Returns true once, for the account that this page is for. */
  renew(said) {
    if (!said?.token) return false;
    Session.renew(said.token);
    const isAgain = this.isRenewed;
    this.isRenewed = true;
    return !isAgain && said.account === Session.accountOf(document);
  }

  refuse(answer) {
    const { words, after } = verdict(answer, this.attempt);
    const text = `${words} What you typed is kept here${after ? ", and it will be sent again by itself." : "."}`;
    this.attempt += 1;
    if (!after) {
      const login = answer.said?.login;
      this.told = "";
      return Status.say(this.form, text, { alert: true, more: login ? [Session.link(login)] : [] });
    }
    this.count(after, text);
  }

  /* Count down, and send again when nobody is typing. The same trouble is not read out twice. */
  count(seconds, text) {
    if (this.told !== text || !this.clock?.isConnected) {
      this.clock = document.createElement("span");
      this.clock.className = "desk-status-clock";
      this.clock.setAttribute("aria-hidden", "true");
      const more = [this.clock, this.choice("Send it now", () => this.send()), this.choice("Do not send it", () => this.give_up())];
      Status.say(this.form, text, { alert: true, more });
      this.told = text;
    }
    const due = Date.now() + seconds * 1000;
    const tick = () => {
      const left = Math.max(0, Math.ceil((due - Date.now()) / 1000));
      this.clock.textContent = left ? `in ${left} s` : "now";
      if (!left && Date.now() - this.touched > QUIET * 1000) this.send();
    };
    this.stop();
    this.timer = setInterval(tick, 1000);
    tick();
  }

  give_up() {
    this.stop();
    Status.say(this.form, "Not sent. What you typed is kept here until you leave this page.", { alert: true });
    this.button?.focus();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
  }

  choice(text, act) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: text });
    button.addEventListener("click", () => { if (!this.isUnderWay) act(); });
    return button;
  }

  tell(text) {
    if (!this.told) Status.say(this.form, text);
  }

  /* Nothing can be pressed while the form is under way; ahead.js keeps what is typed. The words of the status stay. */
  freeze() {
    this.focused = document.activeElement;
    this.form.setAttribute("aria-busy", "true");
    this.button?.classList.add("is-under-way");
    this.tell("Sending…");
    const place = Status.place(this.form);
    for (let element = place; element !== this.form; element = element.parentElement) {
      this.frozen.push(...[...element.parentElement.children].filter((other) => other !== element && !other.inert));
    }
    this.frozen.push(...place.querySelectorAll("button")); // sent once, and no more to be held back
    this.frozen.forEach((element) => { element.inert = true; });
    this.form.dispatchEvent(new CustomEvent("desk:frozen", { bubbles: true }));
  }

  thaw() {
    this.frozen.splice(0).forEach((element) => { element.inert = false; });
    this.isUnderWay = false;
    this.form.removeAttribute("aria-busy");
    this.button?.classList.remove("is-under-way");
    if (!this.told) Status.clear(this.form);
    if (document.activeElement === document.body) this.focused?.focus({ preventScroll: true });
    this.form.dispatchEvent(new CustomEvent("desk:thawed", { bubbles: true }));
  }
}

document.querySelectorAll("#content form[method=post]:not(#login-form, [data-bring-back])").forEach((form) => {
  if (!form.querySelector("[type=password]")) new Sender(form);
});
