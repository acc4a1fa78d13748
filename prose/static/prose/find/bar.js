// The bar in which one writes what to look for and what to put in its place.

import { crel } from "django-prose-editor/editor";
import { field } from "prose/dialog";

const button = (textContent, act) => {
  const made = crel("button", { type: "button", className: "button", textContent });
  made.addEventListener("click", act);
  return made;
};

/** Build the bar. `acts`: change(), next(), previous(), replace(), replaceAll(), close(). */
export const findBar = (acts) => {
  const [wanted, wantedField] = field("Find", { type: "text", autocomplete: "off", spellcheck: false });
  const [words, wordsField] = field("Replace with", { type: "text", autocomplete: "off" });
  const [matchCase, caseField] = field("Match case", { type: "checkbox" });
  const [wholeWords, wholeField] = field("Whole words", { type: "checkbox" });
  const status = crel("p", { className: "prose-find-count", role: "status" });
  const replacing = [button("Replace", acts.replace), button("Replace all", acts.replaceAll)];
  const moving = [button("Previous", acts.previous), button("Next", acts.next)];
  const bar = crel("div", { className: "prose-find", role: "search", ariaLabel: "Find in the text" }, [
    crel("div", { className: "prose-find-row" }, [wantedField, ...moving, caseField, wholeField, status]),
    crel("div", { className: "prose-find-row" }, [wordsField, ...replacing, button("Close", acts.close)]),
  ]);
  for (const box of [matchCase, wholeWords]) box.addEventListener("change", acts.change);
  wanted.addEventListener("input", acts.change);
  // What is looked for is no part of the form: no change of it, and Enter does not send it.
  for (const name of ["input", "change", "beforeinput"]) bar.addEventListener(name, (event) => event.stopPropagation());
  bar.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
    const act = event.key === "Escape" ? acts.close : isFind ? () => wanted.select() : null;
    const enter = event.target === words ? acts.replace : event.shiftKey ? acts.previous : acts.next;
    const isEnter = event.key === "Enter" && [wanted, words].includes(event.target);
    if (!act && !isEnter) return;
    event.preventDefault();
    event.stopPropagation();
    (act || enter)();
  });
  return {
    element: bar,
    asked: () => ({ wanted: wanted.value, words: words.value, options: { matchCase: matchCase.checked, wholeWords: wholeWords.checked } }),
    begin(text) {
      if (text) wanted.value = text;
      wanted.focus();
      wanted.select();
    },
    say(sentence, count) {
      if (status.textContent !== sentence) status.textContent = sentence;
      for (const each of [...moving, ...replacing]) {
        if (count === 0 && each === document.activeElement) wanted.focus(); // a key is no key of a button that is off
        each.disabled = count === 0;
      }
    },
  };
};
