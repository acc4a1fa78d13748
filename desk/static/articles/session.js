/* Whoever comes back to a tab logged out is told before a save; whoever has logged in again in another tab gets the new
   token in all forms of the page, without which a save would be refused. */
"use strict";

const Session = {
  isTold: false,
  TOKEN: "[name=csrfmiddlewaretoken]",

  /* The account that a page was drawn for; "" if nobody was logged in. */
  accountOf: (page) => page.querySelector("meta[name=account]")?.content ?? "",

  link(href) {
    return Object.assign(document.createElement("a"), { href, target: "_blank", textContent: "Log in in a new tab" });
  },

  renew(token) {
    document.querySelectorAll(`#content ${this.TOKEN}`).forEach((field) => { field.value = token; });
  },

  tell(form, address) {
    if (this.isTold) return;
    this.isTold = true;
    const words = "You have been logged out. What you typed is kept here: log in, come back, and go on.";
    Status.say(form, words, { alert: true, more: [this.link(address)] });
  },

  async look(door, form) {
    if (document.hidden) return;
    const answer = await fetch(door.href, { redirect: "manual", cache: "no-store" }).catch(() => null);
    if (answer?.type === "opaqueredirect") {
      this.tell(form, document.querySelector("#site-name a").href);
    } else if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const token = page.querySelector(`#content ${this.TOKEN}`)?.value;
      if (token && this.accountOf(page) === this.accountOf(document)) this.renew(token); // another is named at the save
      if (this.isTold) Status.clear(form);
      this.isTold = false;
    }
  },
};

const sessionDoor = document.querySelector("#user-tools a[href*='password_change']");
const sessionForm = document.querySelector("#article_form") ?? document.querySelector("#content-main form[method=post]");
if (sessionDoor && sessionForm) {
  document.addEventListener("visibilitychange", () => Session.look(sessionDoor, sessionForm));
}
