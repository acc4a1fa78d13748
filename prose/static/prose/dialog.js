// A dialog in which something is typed. What is typed in it is thrown away only by who asks for it: Escape, Cancel and
// a click outside ask first, if anything has changed.

import { crel } from "django-prose-editor/editor";

let opened = 0;

const button = (textContent, act, className = "button") => {
  const made = crel("button", { type: "button", className, textContent });
  made.addEventListener("click", act);
  return made;
};

const isOutside = (dialog, { clientX, clientY }) => {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
};

/**
 * Ask in a modal dialog. Resolves to what `accept` returns, or to null when the person thinks better of it.
 * `accept` returns undefined for what cannot be taken and says why itself; `open` is called once the dialog stands, with
 * the function that ends it with a value. Without `keep` that is the only way to end it with one.
 */
export const ask = ({ title, content, keep, accept, isChanged, open }) =>
  new Promise((resolve) => {
    const id = `prose-dialog-${++opened}`;
    let answer = null;
    let isDecided = false;
    const end = (value) => {
      answer = value;
      isDecided = true;
      dialog.close();
    };
    const take = () => {
      const value = accept();
      if (value !== undefined) end(value);
    };
    const leave = () => (isChanged() ? asks(true) : end(null));

    const keepers = () => (keep ? [button(keep, take, "button default")] : []);
    const usual = crel("div", { className: "prose-dialog-buttons" }, [
      ...keepers(),
      button("Cancel", () => leave()),
    ]);
    const stay = button("Go on writing", () => asks(false));
    const question = crel("div", { className: "prose-dialog-question", hidden: true }, [
      crel("p", { role: "alert" }),
      crel("div", { className: "prose-dialog-buttons" }, [
        ...keepers(),
        stay,
        button("Throw away", () => end(null)),
      ]),
    ]);
    const dialog = crel("dialog", { className: "prose-dialog", "aria-labelledby": id }, [
      crel("h2", { id, textContent: title }),
      content,
      usual,
      question,
    ]);
    const asks = (isAsking) => {
      usual.hidden = isAsking;
      question.hidden = !isAsking;
      question.firstElementChild.textContent = isAsking ? "What you typed here is not kept yet." : "";
      if (isAsking) stay.focus();
      else content.querySelector("[contenteditable=true], input")?.focus();
    };

    const hear = (event) => {
      if (event.isComposing || event.keyCode === 229) return; // the key belongs to the input method
      const isCommand = event.ctrlKey || event.metaKey;
      const isKept = isCommand && (event.key === "Enter" || event.key.toLowerCase() === "s");
      const isEnterInField = event.key === "Enter" && event.target.matches("input:not([type=file])"); // there it opens a file
      if (event.key !== "Escape" && !isKept && !isEnterInField) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key !== "Escape") take();
      else if (question.hidden) leave();
      else asks(false);
    };
    const warn = (event) => {
      if (isChanged()) event.preventDefault();
    };
    // Before the editor inside, which keeps these keys for itself.
    dialog.addEventListener("keydown", hear, true);
    let isPressedOutside = false; // and not the end of a selection that began inside
    dialog.addEventListener("pointerdown", (event) => {
      isPressedOutside = event.target === dialog && isOutside(dialog, event);
    });
    dialog.addEventListener("click", () => isPressedOutside && leave());
    dialog.addEventListener("cancel", (event) => {
      if (event.target === dialog) event.preventDefault();
      if (event.target === dialog) leave();
    });
    dialog.addEventListener("close", (event) => {
      if (event.target !== dialog) return;
      if (!isDecided && isChanged()) {
        dialog.showModal(); // a telephone's Back key closes without asking
        asks(true);
        return;
      }
      window.removeEventListener("beforeunload", warn);
      dialog.remove();
      resolve(answer);
    });
    window.addEventListener("beforeunload", warn);
    document.body.append(dialog);
    dialog.showModal();
    open?.(dialog, end);
  });

/** A labelled field; `help` is said below it. */
export const field = (label, { type = "text", ...attributes }, help = "") => {
  const id = `prose-field-${++opened}`;
  const described = help ? { "aria-describedby": `${id}-help` } : {};
  const [tag, own] = type === "textarea" ? [type, {}] : ["input", type === "text" ? {} : { type }];
  const input = crel(tag, { id, ...own, ...attributes, ...described });
  const text = crel("label", { htmlFor: id, textContent: label });
  const parts = type === "checkbox" ? [input, text] : [text, input];
  if (help) parts.push(crel("p", { id: `${id}-help`, className: "help", textContent: help }));
  return [input, crel("div", { className: `prose-dialog-field prose-dialog-${type}` }, parts)];
};

/** One of several values, by round buttons. `options`: value -> its words. */
export const choice = (legend, options, chosen) => {
  const name = `prose-choice-${++opened}`;
  const inputs = Object.keys(options).map((value) => crel("input", { type: "radio", name, value, id: `${name}-${value}`, checked: value === chosen }));
  const labels = inputs.map((input) => crel("label", { htmlFor: input.id }, [input, options[input.value]]));
  const element = crel("fieldset", { className: "prose-dialog-field prose-dialog-choice" }, [crel("legend", { textContent: legend }), ...labels]);
  return { element, value: () => inputs.find((input) => input.checked)?.value ?? chosen };
};
