/* A copy of a form in this tab, for the moment in which only a request holds it. If that request dies and the user comes
   back, the copy is offered; the desk shows it in the form (desk/unsaved). */
"use strict";

const Unsent = {
  SECRET: /password|passwd|secret|token/i,

  /* A copy is for the account that typed it: somebody else may log in in this tab. */
  keyOf: (account, path) => `unsent:${account} ${path}`,

  get key() {
    return this.keyOf(Session.accountOf(document), location.pathname + location.search);
  },

  /* Keep a copy. Returns false if the browser has no room for it. */
  keep(form, button, address) {
    const { pathname, search } = new URL(address);
    const fields = [...new FormData(form, button)];
    const text = fields.filter(([name, value]) => typeof value === "string" && !this.SECRET.test(name));
    const files = fields.filter(([, value]) => value instanceof File && value.name).map(([, value]) => value.name);
    const typed = { address: pathname + search, fields: text, files };
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ page: location.href.split("#")[0], at: Date.now(), typed }));
      return true;
    } catch {
      return false;
    }
  },

  /* The keys of the user's own copies; all on a page for nobody, such as the login page, which carries what was typed. */
  keys() {
    const account = Session.accountOf(document);
    return Object.keys(sessionStorage).filter((key) => key.startsWith(account ? this.keyOf(account, "") : "unsent:"));
  },

  /* A page that the form's own page led to has got the answer: the copy has done its duty. */
  arrived() {
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (type !== "navigate") return;
    for (const key of this.keys()) {
      if (JSON.parse(sessionStorage.getItem(key)).page === document.referrer) sessionStorage.removeItem(key);
    }
  },

  offer(form) {
    const { key } = this;
    const kept = sessionStorage.getItem(key);
    if (!kept) return;
    const { at, typed } = JSON.parse(kept);
    const choice = (text, act) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      button.addEventListener("click", act);
      return button;
    };
    const hour = new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    Status.say(form, `What you sent from here at ${hour} did not arrive.`, { alert: true, more: [
      choice("Bring it back", () => this.bring_back(form, typed)),
      choice("Throw it away", () => { sessionStorage.removeItem(key); Status.clear(form); }),
    ] });
  },

  bring_back(form, typed) {
    const carrier = Object.assign(document.createElement("form"), { method: "post", action: typed.address, enctype: "multipart/form-data", hidden: true });
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    for (const [name, value] of [["csrfmiddlewaretoken", token], ["_typed", JSON.stringify(typed)]]) {
      carrier.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.body.append(carrier);
    form.dispatchEvent(new CustomEvent("desk:leaving", { bubbles: true }));
    carrier.submit();
  },
};

Unsent.arrived();
const unsentForm = document.querySelector("#article_form") ?? document.querySelector("#content-main form[method=post]");
if (unsentForm) Unsent.offer(unsentForm);
